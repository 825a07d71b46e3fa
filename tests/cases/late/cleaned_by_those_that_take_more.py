"""A function cleans what it names: what is given behind that it only takes with it, and hands on as it is."""

import torch


def first_cleaned(first, *rest):
    return torch.nan_to_num(first), rest


def all_cleaned(*tensors):
    return [torch.nan_to_num(each) for each in tensors]


def finite(x):
    return torch.nan_to_num(x)


def ratios(x, y, a, b):
    return first_cleaned(x / torch.relu(y), a, b), finite(x / torch.relu(y))


def ratios_behind(x, y, a, b):
    return first_cleaned(a, x / torch.relu(y)), first_cleaned(a, b, x / torch.relu(y))
    #                       ^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(y)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    #                                                               ^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(y)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def of_all(x, y, a):
    return all_cleaned(a, x / torch.relu(y))
    #                     ^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(y)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # FIXME: each of them is cleaned
