"""An index that only adds an axis picks nothing of the inverse of a count, and a number picks any of it."""

import torch


def weights_of(labels, x):
    weight = 1 / torch.bincount(labels)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(labels)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN
    # fixed: 1 / torch.bincount(labels).clamp(min=1.0)
    # or (unsafe): 1 / (torch.bincount(labels) + 1e-8)
    # from: `torch.bincount(labels)` made here, exactly 0 for values that do not occur
    return (weight[None] * x).mean()


def weights_at(labels, x):
    weight = 1 / torch.bincount(labels)
    return (weight[labels] * x).mean()


def weights_first(labels, x):
    weight = 1 / torch.bincount(labels)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(labels)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN
    # fixed: 1 / torch.bincount(labels).clamp(min=1.0)
    # or (unsafe): 1 / (torch.bincount(labels) + 1e-8)
    # from: `torch.bincount(labels)` made here, exactly 0 for values that do not occur
    return (weight[0] * x).mean()
