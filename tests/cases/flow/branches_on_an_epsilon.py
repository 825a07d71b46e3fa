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
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def unpacked(pairs):
    ((a, b), c) = torch.sigmoid(pairs)
    return torch.log(a) + torch.log(b) + torch.log(c) + torch.log(a / b)
    #      ^^^^^^^^^^^^ NAN101 warning: `a` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    #                     ^^^^^^^^^^^^ NAN101 warning: `b` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    #                                    ^^^^^^^^^^^^ NAN101 warning: `c` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    #                                                             ^^^^^ NAN102 information: `b` is a sigmoid, exactly 0 for inputs below -89: x / 0 is Inf or NaN; keep it away from 0


def contracted(x, y):
    a, b = torch.relu(x), torch.relu(y)
    inner = torch.einsum("bd,kd->bk", a, b)
    outer = torch.einsum("bd,k->bdk", a, b)
    reveal_range(inner)  # [0, inf] float32 takes 0
    reveal_range(outer)  # any value float32 takes nothing
    return torch.sqrt(inner)
    #      ^^^^^^^^^^^^^^^^^ NAN301 warning: `inner` can be 0, as a ReLU is for inputs of 0 or less: sqrt has an infinite gradient at 0; keep it above 0
