"""A number that is written out overflows for certain only where nothing else decides whether it is taken."""

import torch


def all_of_them():
    table = torch.tensor([1.0, 1000.0])
    return torch.exp(table)
    #      ^^^^^^^^^^^^^^^^ NAN104 warning: `table` holds 1000: exp overflows to Inf in float32; bound it


def one_of_them(k):
    table = torch.tensor([1.0, 1000.0])
    return torch.exp(table[k])


def where_it_is_positive(x):
    # FIXME: one positive element is enough, and nobody who writes 1000 means Inf
    return torch.exp(torch.where(x > 0, 1000.0, x))
