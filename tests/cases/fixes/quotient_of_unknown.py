# The logarithm of a quotient of unknowns is masked as a whole, which is safe where the divisor is a constant.

import torch


def of_two(a, b):
    return torch.log(a / b)
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `a / b` stays above 0
    # fixed (unsafe): torch.log(torch.clamp(a / b, min=1e-10))


def of_a_sum(a):
    return torch.log(a / a.sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `a / a.sum()` stays above 0
    # fixed (unsafe): torch.log(torch.clamp(a / a.sum(), min=1e-10))


def of_a_constant(a):
    return torch.log(a / 3)
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `a / 3` stays above 0
    # fixed: torch.log(torch.clamp(a / 3, min=1e-10))
