"""What only looks like a form that keeps itself valid may be 0: other things counted, two draws, the first left there."""

import numpy as np
import torch
from torch import argsort, diag, square


def of_two_draws(shape, eps=1e-20):
    u, v = torch.rand(shape), torch.rand(shape)
    return torch.log(eps - torch.log(u + v))
    #                      ^^^^^^^^^^^^^^^^ NAN101 warning: `u + v` can be 0, as a uniform random number can: log(0) is -inf; keep it above 0


def ranks(x):
    return torch.log(len(x) - argsort(argsort(x)))


def ranks_of_something_else(x, others):
    return torch.log(len(others) - argsort(argsort(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `len(others) - argsort(argsort(x))` stays above 0: log(0) is -inf


def determinant(a):
    factor = torch.linalg.cholesky(a)
    return torch.log(square(diag(factor))).sum()


def second_twice(v):
    return np.log(np.append(v[1], v[1:]))


def first_as_well(v):
    return np.log(np.append(v[0], v[1:]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `np.append(v[0], v[1:])` stays above 0: log(0) is -inf


def something_behind_the_second(v, x):
    return np.log(np.append(v[1], x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `np.append(v[1], x)` stays above 0: log(0) is -inf
