"""What a `where` chooses against is what its author reckons with, also where nothing is known of it."""

import torch


def quotient(x, y):
    return torch.where(y != 0, x / y, 0.0)
    #                          ^^^^^ NAN302 information: `torch.where(y != 0, x / y, 0.0)` masks the value but leaves the gradient NaN where `y` is 0; mask it first


def root(x):
    return torch.where(x == 0, 0.0, x * x**0.5)
    #                                   ^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first


def chosen_before(x, y):
    return torch.where(y != 0, x / torch.where(y != 0, y, 1.0), 0.0), x / y
