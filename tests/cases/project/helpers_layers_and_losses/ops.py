# Operations of helpers, which the training in another file gives the outputs of a network.

import torch


def safe_div(a, b):
    return a / b
    #      ^^^^^ NAN102 warning: `b` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: a / b.clamp(min=1e-7)
    # or (unsafe): a / (b + 1e-8)
    # from: net.py `self.act(self.a(x))` made here, exactly 0 for inputs of 0 or less
    # from: train.py `h` passed as `x` here
    # from: `torch.sqrt(torch.sum(x * x, dim=dim))` made here, values in [0, inf]
    # from: train.py `l2(h)` returned by this call
    # from: train.py `l2(h).unsqueeze(-1)` passed as `b` here


def log_prob(p):
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: net.py `F.softmax(self.b(h), dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: train.py `p` passed as `p` here


def l2(x, dim=-1):
    return torch.sqrt(torch.sum(x * x, dim=dim))


def masked_mean(x, m):
    return (x * m).sum(1) / m.sum(1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `m.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x * m).sum(1) / m.sum(1).clamp(min=1.0)
    # or (unsafe): (x * m).sum(1) / (m.sum(1) + 1e-8)
    # from: `m.sum(1)` made here, exactly 0 where nothing matches
