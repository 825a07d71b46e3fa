# What is divided by its length has length 1, or less where the length has a floor, below the root or above it; with a
# ceiling it may be anything.

import torch


def floor_above_the_root(x, y):
    u = x / x.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    v = y / y.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    reveal_range(u)  # [-1.0000004, 1.0000004] float32
    return torch.acos((u * v).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `(u * v).sum(-1)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: torch.acos(torch.clamp((u * v).sum(-1), -0.9999999, 0.9999999))
    # from: `(u * v).sum(-1)` made here, above 1 by rounding, for parallel vectors


def floor_below_the_root(x, y):
    u = x / torch.sqrt(torch.clamp((x ** 2).sum(-1, keepdim=True), min=1e-12))
    v = y / torch.sqrt(torch.maximum((y ** 2).sum(-1, keepdim=True), torch.tensor(1e-12)))
    reveal_range(u)  # [-1.0000004, 1.0000004] float32
    return torch.acos((u * v).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `(u * v).sum(-1)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: torch.acos(torch.clamp((u * v).sum(-1), -0.9999999, 0.9999999))
    # from: `(u * v).sum(-1)` made here, above 1 by rounding, for parallel vectors


def ceiling(x):
    u = x / x.norm(dim=-1, keepdim=True).clamp(1e-6, 1.0)
    v = x / torch.sqrt(torch.clamp((x ** 2).sum(-1, keepdim=True), 1e-6, 1.0))
    reveal_range(u)  # any value float32
    reveal_range(v)  # any value float32
    return u, v
