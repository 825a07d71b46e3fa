"""A mask in a function that stands below is that function's own: it may only state a range."""

import torch


def log_of_rectified(model, x):
    return torch.log(rectified(model(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `rectified(model(x))` can be 0: log(0) is -inf; keep it above 0


def rectified(x):
    return torch.maximum(x, torch.zeros_like(x)).clamp(min=0)
