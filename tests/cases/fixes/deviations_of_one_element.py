# The unbiased deviation of one element is 0 / 0, which the biased one is not; of no element both are.

import numpy as np
import torch


def asked_for_by_a_truth(x):
    return torch.std(x[:1], dim=0, unbiased=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x[:1]` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.std(x[:1], dim=0, unbiased=False)


def asked_for_by_a_number(x):
    return torch.std(x[:1], dim=0, correction=1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x[:1]` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.std(x[:1], dim=0, correction=0)


def of_numpy(x):
    return np.std(x[:1], axis=0, ddof=1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x[:1]` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): np.std(x[:1], axis=0, ddof=0)


def of_a_method(x):
    return x[:1].std(dim=0, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x[:1]` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): x[:1].std(dim=0, keepdim=True, unbiased=False)


def of_rows_that_are_none():
    return torch.std(torch.randn(0, 3), 0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.randn(0, 3)` has no element, and its standard deviation is 0 / 0, NaN; leave it out
    # fixed: nothing
    # from: `torch.randn(0, 3)` made here, unbounded


def of_a_list_that_is_empty():
    return np.std([], ddof=1)
    #      ^^^^^^^^^^^^^^^^^^ NAN106 warning: `[]` has no element, and its standard deviation is 0 / 0, NaN; leave it out
    # fixed: nothing
