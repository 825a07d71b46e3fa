"""A formula is a softplus, or a hyperbolic tangent, by all of its parts: its neighbours are none."""

import torch
import torch.nn.functional as F


def summed(x):
    s = x.sum(-1)
    return torch.log(1 + torch.exp(s))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(s)` overflows, it is Inf; use PyTorch's own
    # fixed: F.softplus(s)


def counted(x):
    s = (x > 0).sum(-1)
    return torch.log(1 + torch.exp(s))


def of_half(x):
    return (torch.exp(x) - 1) / (torch.exp(x) + 1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a tanh written out by hand: where `torch.exp(x)` overflows, it is NaN; use PyTorch's own
    # fixed: nothing


def less_two(x):
    return (torch.exp(x) - 2) / (torch.exp(x) + 1)


def of_two_exponents(x, y):
    return (torch.exp(x) - 1) / (torch.exp(y) + 1)


def of_one_exponent(x, y):
    return (y - 1) / (torch.exp(x) + 1)
