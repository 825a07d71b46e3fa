# The root of a sum of squares is a norm, and 0 for a vector of zeros; a root of a sum of sizes is told of with less weight.

import torch


def of_squares(x):
    return x / torch.sqrt((x**2).sum(-1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((…).sum(…))` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / torch.sqrt(torch.clamp((x**2).sum(-1, keepdim=True), min=1e-12))
    # or: torch.nn.functional.normalize(x, dim=-1)
    # from: `torch.sqrt((x**2).sum(-1, keepdim=True))` made here, exactly 0 for a vector of zeros


def of_sizes(x):
    return x / torch.sqrt(x.abs().sum(-1, keepdim=True))
