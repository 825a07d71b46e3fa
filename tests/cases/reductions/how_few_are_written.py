"""How many elements a reduction has is told by how its operand is written: a list, a new axis, a slice, a shape."""

import numpy as np
import torch


def of_a_list_of_nothing():
    return np.mean([])
    #      ^^^^^^^^^^^ NAN106 warning: `[]` has no element, and its mean is 0 / 0, NaN; leave it out
    # fixed: nothing


def of_a_list_of_two(a, b):
    return np.mean([a, b])


def of_numbers():
    return torch.std(torch.tensor([1.0]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.…(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.std(torch.tensor([1.0]), unbiased=False)


def of_two_numbers():
    return torch.std(torch.tensor([1.0, -2.0]))


def of_a_name_in_a_list(a):
    return torch.std(torch.tensor([a]))


def along_the_new_axis(x):
    return torch.std(x.unsqueeze(0), dim=0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x.unsq…(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.std(x.unsqueeze(0), dim=0, unbiased=False)


def along_another_axis(x):
    return torch.std(x.unsqueeze(0), dim=1)


def along_an_axis_that_is_given(x, dim):
    return torch.std(x.unsqueeze(dim), dim=0)


def new_axis_by_index(x):
    return torch.std(x[None], dim=0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x[None]` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.std(x[None], dim=0, unbiased=False)


def of_the_first_row(x):
    return torch.std(x[:1], dim=0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x[:1]` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.std(x[:1], dim=0, unbiased=False)


def of_the_first_row_otherwise(x):
    return torch.std(x[0:1], dim=0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x[0:1]` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.std(x[0:1], dim=0, unbiased=False)


def of_all_but_the_first_row(x):
    return torch.std(x[1:], dim=0)


def of_the_first_row_along_its_elements(x):
    return torch.std(x[:1], dim=1)


def of_a_shape():
    return torch.std(torch.zeros(1, 5), dim=0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `….zeros(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.std(torch.zeros(1, 5), dim=0, unbiased=False)


def of_a_shape_along_the_other_axis():
    return torch.std(torch.zeros(1, 5), dim=1)


def of_a_shape_from_the_end():
    return torch.std(torch.zeros(5, 1), dim=-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `….zeros(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.std(torch.zeros(5, 1), dim=-1, unbiased=False)


def of_a_shape_that_is_a_tuple():
    return torch.mean(torch.zeros((0, 5)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.zeros((0, 5))` has no element, and its mean is 0 / 0, NaN; leave it out
    # fixed: nothing


def of_a_shape_that_is_given(n):
    return torch.mean(torch.zeros((n, 0)), dim=0)


def of_an_axis_that_is_not_there():
    return torch.std(torch.zeros(1, 5), dim=3)


def of_two_numbers_added():
    return torch.std(1 + 2)
