# PyTorch's functions of functions take derivatives of what is called with their arguments, too.

import torch
from torch.func import grad, grad_and_value


def scaled(w, x):
    return (x / w).sum()
    #       ^^^^^ NAN102 warning: `w` holds 0: x / 0 is Inf or NaN; keep it away from 0


def at_zeros(x):
    w = torch.zeros(3)
    return grad(scaled)(w, x)


def with_its_value(w, x):
    return (x * torch.log(w)).sum()
    #           ^^^^^^^^^^^^ NAN101 warning: `w` holds 0: log(0) is -inf; keep it above 0


def step(x):
    w = torch.zeros(3)
    return grad_and_value(with_its_value)(w, x)
