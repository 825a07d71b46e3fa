"""What a softmax or a sigmoid reaches it reaches written out by hand too; executed: 0 and 1 in float32 at 120 and -120.

A mask around one whose exponential overflows mends nothing (NaN stays), so only what computes it otherwise is offered.
"""

import numpy as np
import torch


def entropy(scores):
    e = torch.exp(scores)
    p = e / e.sum(-1, keepdim=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `torch.exp(scores)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.softmax(scores, dim=-1)
    # removes: e = torch.exp(scores)
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(scores, dim=-1)
    # from: `e / e.sum(-1, keepdim=True)` made here, exactly 0 in float32 once a logit trails the largest by 104


def logistic_loss(scores):
    p = 1 / (1 + torch.exp(-scores))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand: where `torch.exp(…)` overflows, its gradient is NaN; use PyTorch's own
    # fixed: torch.sigmoid(scores)
    return -torch.log(1 - p)
    #       ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(-scores)
    # removes: p = 1 / (1 + torch.exp(-scores))
    # from: `1 / (1 + torch.exp(-scores))` made here, exactly 1 in float32 for inputs above 17


def squashed(u):
    return torch.log(1 - ((torch.exp(u) - torch.exp(-u)) / (torch.exp(u) + torch.exp(-u))) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - ((…) / (…)) ** 2` can be 0 where a tanh is exactly 1: log(0) is -inf; keep it above 0
    # fixed: nothing
    # from: `(torch.exp(u) - torch.exp(-u)) / (torch.exp(u) + torch.exp(-u))` made here, exactly 1 in float32 for inputs above 9
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a tanh written out by hand: where `torch.exp(u)` overflows, it is NaN; use PyTorch's own
    # fixed: torch.tanh(u)


def rate(x):
    return 1 / torch.log(1 + torch.exp(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.log(…)` is a softplus, exactly 0 for inputs below -17: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `torch.log(1 + torch.exp(x))` made here, exactly 0 in float32 for inputs below -17
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(x)` overflows, it is Inf; use PyTorch's own
    # fixed: torch.nn.functional.softplus(x)


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def cross_entropy(x, y):
    return -np.sum(y * np.log(softmax(x)))
    #                  ^^^^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x)` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: np.log(np.clip(softmax(x), 1e-10, 1.0))
    # or (unsafe): np.log(softmax(x) + 1e-8)
    # from: `e / e.sum(-1, keepdims=True)` made here, exactly 0 in float32 once a logit trails the largest by 104
    # from: `softmax(x)` returned by this call


def bounded(x):
    e = torch.exp(torch.tanh(x))
    return torch.log(e / e.sum(-1, keepdim=True))
