# A sum of unknowns may be anything; with an epsilon in it somebody has thought of that.

import torch


def of_two(x, y):
    return torch.log(x + y)
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + y` stays above 0


def with_an_epsilon(x):
    return torch.log(x + 1e-6)


def with_an_exponential(x, y):
    return torch.log(x + torch.exp(y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + torch.exp(y)` stays above 0
