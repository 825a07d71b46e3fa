# The condition of a later `where` is asked of what the operand was then, if it gives the same again.

import torch


def the_same_there(x):
    p = torch.softmax(x, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.where(p > 0, p, 1.0))
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    return torch.where(p > 0, y, torch.zeros_like(p))


def drawn_again_there(x):
    p = torch.softmax(x, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    return torch.where(p > torch.rand(3), y, torch.zeros_like(p))


def drawn_again_here(x):
    p = torch.softmax(x, -1)
    return torch.where(p > torch.rand(3), torch.log(p), torch.zeros_like(p))
    #                                     ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def finite_derivative_outside(x):
    t = torch.tanh(x)
    y = torch.log(t)
    return torch.where(torch.isnan(y), torch.zeros_like(y), y)


def finite_derivative_where_it_is_not_chosen(x):
    t = torch.tanh(x)
    y = torch.log(t)
    return torch.where(t > 0, y, torch.zeros_like(y))
