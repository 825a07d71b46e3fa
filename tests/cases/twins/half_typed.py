"""A power whose exponent is not typed yet is no square: no twin is offered, and a length made with it is none. To any power 1 is 1."""

import torch


def loss(x):
    return torch.log(1 - torch.pow(torch.tanh(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.pow(…)` can be 0 where a tanh is exactly 1 (for inputs above 9): log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(1 - torch.pow(torch.tanh(x)), min=1e-10))


def unit(x):
    return x / torch.sqrt(torch.sum(torch.pow(x)))
