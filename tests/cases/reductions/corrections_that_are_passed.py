"""A deviation of one element is NaN where it is the unbiased one, which nobody knows if a caller says so."""

import torch

one = torch.ones(1)


def spreads(unbiased, k):
    return one.std(unbiased=unbiased), torch.std(one, correction=k)


def of_one():
    return one.std(correction=1)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `one` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
