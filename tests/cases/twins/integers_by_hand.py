"""An exponential takes integers, and no softmax and no softplus does."""

import torch


def of_a_share(x):
    n = x.long()
    return torch.log(torch.exp(n) / torch.exp(n).sum(-1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.exp(…) / torch.exp(…).sum(…)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `torch.exp(n) / torch.exp(n).sum(-1, keepdim=True)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_one_more(x):
    n = x.long()
    return torch.log(1 + torch.exp(n))


def of_floats(x):
    return torch.log(1 + torch.exp(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(x)` overflows, it is Inf; use PyTorch's own
    # fixed: torch.nn.functional.softplus(x)


def less_something(x, y, c):
    p, q = torch.softmax(x, -1), torch.softmax(y, -1)
    return torch.log(p / q) - c
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `p / q` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1) - torch.log_softmax(y, -1)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                ^^^^^ NAN102 warning: `q` is a softmax, exactly 0 once a logit trails the largest by 104: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.log_softmax(x, -1) - torch.log_softmax(y, -1)
    # adds: torch.log_softmax(x, -1) - torch.log_softmax(y, -1)
    # from: `torch.softmax(y, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
