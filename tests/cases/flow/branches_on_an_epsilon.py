# A branch on an epsilon is always entered, and tells nothing about what is bound without the epsilon.

import torch

EPS = 1e-6


def with_it(x):
    p = torch.relu(x)
    if EPS:
        p = p + EPS
    return torch.log(p)


def of_something_else(x, other):
    p = torch.relu(x)
    if EPS:
        p = other
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU


def unpacked(pairs):
    ((a, b), c) = torch.sigmoid(pairs)
    return torch.log(a) + torch.log(b) + torch.log(c) + torch.log(a / b)
    #      ^^^^^^^^^^^^ NAN101 warning: `a` is a sigmoid
    #                     ^^^^^^^^^^^^ NAN101 warning: `b` is a sigmoid
    #                                    ^^^^^^^^^^^^ NAN101 warning: `c` is a sigmoid
    #                                                             ^^^^^ NAN102 information: `b`


def contracted(x, y):
    a, b = torch.relu(x), torch.relu(y)
    inner = torch.einsum("bd,kd->bk", a, b)
    outer = torch.einsum("bd,k->bdk", a, b)
    reveal_range(inner)  # [0, inf] float32 takes nothing
    reveal_range(outer)  # any value float32 takes nothing
    return torch.sqrt(inner)
    #      ^^^^^^^^^^^^^^^^^ NAN301 information: nothing here
