"""A product is small long before its factors are, unless one of them is large where the other is small."""

import torch


def of_two(y, a, b):
    return y / (torch.relu(a) * torch.relu(b))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): y / (torch.relu(a) * torch.relu(b)).clamp(min=1e-7)
    # or (unsafe): y / (torch.relu(a) * torch.relu(b) + 1e-8)
    # from: `torch.relu(a)` made here, exactly 0 for inputs of 0 or less


def of_a_number_below_zero(y, a):
    return y / (-2.0 * -torch.relu(a))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(-2.0 * -torch.relu(a))` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: y / (-2.0 * -torch.relu(a)).clamp(min=1e-7)
    # or (unsafe): y / (-2.0 * -torch.relu(a) + 1e-8)
    # from: `torch.relu(a)` made here, exactly 0 for inputs of 0 or less


def of_the_rest(y, a):
    p = torch.sigmoid(a)
    return y / (p * (1 - p))
    #      ^^^^^^^^^^^^^^^^^ NAN102 warning: `(p * (1 - p))` can be 0 where a sigmoid is exactly 1: x / 0 is Inf or NaN; keep it away from 0
    # fixed: y / (p * (1 - p)).clamp(min=1e-7)
    # or (unsafe): y / (p * (1 - p) + 1e-8)
    # from: `torch.sigmoid(a)` made here, exactly 1 in float32 for inputs above 17


def of_what_two_lacks(y, a):
    p = torch.sigmoid(a)
    return y / (p * (2 - p))
    #      ^^^^^^^^^^^^^^^^^ NAN102 information: `(p * (2 - p))` can be 0, as a sigmoid is for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
    # fixed: y / (p * (2 - p)).clamp(min=1e-7)
    # or (unsafe): y / (p * (2 - p) + 1e-8)
    # from: `torch.sigmoid(a)` made here, exactly 0 in float32 for inputs below -89


def of_what_a_half_lacks(y, a):
    p = torch.sigmoid(a).clamp(max=0.5)
    return y / (p * (0.5 - p))
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(p * (0.5 - p))` can be 0 where a sigmoid is exactly 1: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): y / (p * (0.5 - p)).clamp(min=1e-7)
    # or (unsafe): y / (p * (0.5 - p) + 1e-8)
    # from: `torch.sigmoid(a)` made here, exactly 1 in float32 for inputs above 17


def of_a_scaled_square(y, a):
    p, scale = torch.sigmoid(a), 1.0
    return y / (p * (scale * p))
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(p * (scale * p))` can be 0, as a sigmoid is for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): y / (p * (scale * p)).clamp(min=1e-7)
    # or (unsafe): y / (p * (scale * p) + 1e-8)
    # from: `torch.sigmoid(a)` made here, exactly 0 in float32 for inputs below -89


def of_a_square(y, a):
    return y / torch.relu(a) ** 2
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(a) ** 2` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): y / (torch.relu(a) ** 2).clamp(min=1e-7)
    # or (unsafe): y / (torch.relu(a) ** 2 + 1e-8)
    # from: `torch.relu(a)` made here, exactly 0 for inputs of 0 or less
