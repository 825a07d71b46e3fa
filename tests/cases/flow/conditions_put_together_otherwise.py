"""Several conditions at once select what all of them hold for, whether `&` joins them, a product, `&=` or `all`."""

import numpy as np
import torch


def by_a_product(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = (a > 0) * (b > 0)
    # FIXME: nothing: a product of conditions holds where both do
    return torch.log(a[ok])
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def one_after_another(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = a > 0
    ok &= b > 0
    # FIXME: nothing, of either
    return torch.log(a[ok]) + torch.log(b[ok])
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    #                         ^^^^^^^^^^^^^^^^ NAN101 warning: `b[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def all_of_them(x, y):
    a, b = np.maximum(x, 0), np.maximum(y, 0)
    ok = np.all([a > 0, b > 0], axis=0)
    # FIXME: nothing
    return np.log(a[ok])
    #      ^^^^^^^^^^^^^ NAN101 warning: `a[ok]` can be 0: log(0) is -inf; keep it above 0


def by_reducing(x, y):
    a, b = np.maximum(x, 0), np.maximum(y, 0)
    ok = np.logical_and.reduce([a > 0, b > 0])
    # FIXME: nothing
    return np.log(a[ok])
    #      ^^^^^^^^^^^^^ NAN101 warning: `a[ok]` can be 0: log(0) is -inf; keep it above 0


def of_what_is_multiplied(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = (a * b) > 0
    # FIXME: nothing: no product of a zero is above 0
    return torch.log(a[ok])
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
