# A `where` repairs the result that it asks about, for the values that it asks for, and no other.

import numpy as np
import torch


def of_the_result(x):
    p = torch.softmax(x, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    return torch.where(torch.isinf(y), torch.zeros_like(y), y)


def of_the_operand(x):
    p = torch.softmax(x, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    return torch.where(torch.isinf(p), torch.zeros_like(y), y)


def of_something_else(x, z):
    p = torch.softmax(x, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    return torch.where(torch.isfinite(z), y, torch.zeros_like(y))


def of_a_product_that_is_nan(x, w):
    p = torch.softmax(x, -1)
    y = w * torch.log(p)
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    return torch.where(torch.isinf(y), torch.zeros_like(y), y)


def of_all_that_a_product_can_be(x, w):
    p = torch.softmax(x, -1)
    y = w * torch.log(p)
    #       ^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    return torch.where(torch.isfinite(y), y, torch.zeros_like(y))


def by_a_name(x):
    p = np.maximum(x, 0)
    y = np.log(p)
    bad = np.isinf(y)
    return np.where(bad, 0.0, y)


def by_the_name_of_another(x, z):
    p = np.maximum(x, 0)
    y = np.log(p)
    #   ^^^^^^^^^ NAN101 warning: `p` can be 0
    bad = np.isinf(z)
    return np.where(bad, 0.0, y)
