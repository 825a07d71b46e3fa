# A `where` that avoids 0 avoids it for the value and not for the gradient.

import torch


def sinc(a, threshold=1e-2):
    x = a.norm(dim=-1)
    small = x.abs() < threshold
    return torch.where(small, 1 - x**2 / 6, x.sin() / x)
    #                                       ^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0; mask it first
