"""What only the replaced formula has read goes with it; what does more than compute a name, or is read, stays."""

import torch
import torch.nn.functional as F


def attention(scores):
    e = torch.exp(scores)
    z = e.sum(-1, keepdim=True)
    return e / z
    #      ^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(scores)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.softmax(scores, dim=-1)
    # removes: z = e.sum(-1, keepdim=True)
    # removes: e = torch.exp(scores)


def density(u):
    a = torch.tanh(u)
    return torch.log(1 - a * a)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - a * a` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - u - F.softplus(-2.0 * u))
    # removes: a = torch.tanh(u)
    # or: torch.log(torch.clamp(1 - a * a, 1e-10, 1.0))
    # from: `torch.tanh(u)` made here, exactly -1 in float32 for inputs below -9


def read_by_others(u):
    a = torch.tanh(u)
    return a, torch.log(1 - a * a)
    #         ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - a * a` can be 0 where a tanh is exactly -1 (for inputs below -9): log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - u - F.softplus(-2.0 * u))
    # or: torch.log(torch.clamp(1 - a * a, 1e-10, 1.0))
    # from: `torch.tanh(u)` made here, exactly -1 in float32 for inputs below -9


def said(scores):
    e = torch.exp(scores)  # of what the network says
    return e / e.sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(scores)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.softmax(scores, dim=-1)


def drawn(scores):
    noisy = F.dropout(scores)
    e = torch.exp(noisy)
    return e / e.sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(noisy)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.softmax(noisy, dim=-1)
    # removes: e = torch.exp(noisy)
    # from: `F.dropout(scores)` made here, unbounded
    # from: `torch.exp(noisy)` made here, values in [0, inf]


def named(scores):
    e = torch.exp(scores)
    return e / e.sum(-1, keepdim=True), locals()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(scores)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.softmax(scores, dim=-1)


def unpacked(x):
    p, _ = torch.softmax(x, dim=-1), x.shape[0]
    return torch.log(p).sum()
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
