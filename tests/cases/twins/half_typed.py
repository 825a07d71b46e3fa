"""A power whose exponent is not typed yet is no square: no twin is offered, and a length made with it is none."""

import torch


def loss(x):
    return torch.log(1 - torch.pow(torch.tanh(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - torch.pow(torch.tanh(x))` stays above 0
    # fixed: torch.log(torch.clamp(1 - torch.pow(torch.tanh(x)), min=1e-10))


def unit(x):
    return x / torch.sqrt(torch.sum(torch.pow(x)))
