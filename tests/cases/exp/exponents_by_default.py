"""A default argument counts as what it is: 100 overflows in an exponential, whatever it is multiplied by."""

import torch


def of_a_sigmoid(model, x, alpha=100.0):
    return torch.exp(alpha * torch.sigmoid(model(x))).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `alpha * torch.sigmoid(…)` can be 100 where a sigmoid is exactly 1: exp overflows to Inf in float32; bound it


def of_ones(model, x, alpha=100.0):
    # FIXME: as above
    return torch.exp(alpha * torch.ones(3)).sum() + model(x).sum()
