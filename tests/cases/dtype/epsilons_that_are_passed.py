"""An epsilon that is passed may be any number; one that is 0 in half precision is none, where there is a 0 to mask."""

import torch.nn.functional as F


def of_a_library(x, eps):
    return F.normalize(x.half(), eps=eps), F.normalize(x.half(), eps=1e-4), F.normalize(x.half())
    #                                                                       ^^^^^^^^^^^^^^^^^^^^^ NAN201 information: `x.half()` has no mask: 1e-12 is 0 in float16, and a row of zeros is 0 / 0, NaN; pass a larger eps
    # fixed: nothing


def of_what_is_positive(x):
    return F.normalize(x.half().sigmoid() + 1.0)


def added(x, v, eps):
    return x / (v.half().abs() + eps), x / (v.half().abs() + 1e-3), x / (v.half().abs() + 1e-8)
    #                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `v.half().abs() + 1e-8` masks nothing: 1e-8 is 0 in float16, and x / 0 is Inf or NaN; take a larger one
    # fixed: x / (v.half().abs() + 1e-8).clamp(min=4e-3)
