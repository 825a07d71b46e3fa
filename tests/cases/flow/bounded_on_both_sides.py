# Where a condition bounds the input of a tanh on both sides, the tanh is nowhere 1 nor -1: each side of the condition
# counts, also where a default is the bound. What it bounds on one side only is -1 on the other.

import numpy as np
import torch
from torch import nn


class LogTanh(nn.Module):
    def __init__(self, cut=1):
        if cut <= 0:
            raise ValueError("the cut must be positive")
        super().__init__()
        self.cut = cut
        self.slope = (1 - np.tanh(cut)) / cut

    def forward(self, x):
        right = x > self.cut
        left = x < -self.cut
        middle = ~(right | left)
        y = torch.zeros_like(x)
        y[middle] = torch.tanh(x[middle])
        volume = torch.zeros_like(x)
        volume[middle] = torch.log(1 - y[middle] ** 2)
        return y, volume.sum()


def picked_behind(x):
    y = torch.tanh(x)
    inside = (x < 1.0) & (x > -1.0)
    return torch.log(1 - y[inside] ** 2).sum()


def picked_behind_a_layer(x):
    z = nn.Linear(3, 3)(x)
    y = torch.tanh(z)
    inside = (z < 1.0) & (z > -1.0)
    return torch.log(1 - y[inside] ** 2).sum()


def by_its_size(x):
    y = torch.tanh(x)
    return torch.log(1 - y[x.abs() < 1.0] ** 2).sum()


def on_one_side(x):
    y = torch.tanh(x)
    return torch.log(1 - y[x < 1.0] ** 2).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - y[x < 1.0] ** 2` can be 0 where a tanh is exactly -1


def too_far_out(x):
    y = torch.tanh(x)
    inside = (x < 20.0) & (x > -20.0)
    return torch.log(1 - y[inside] ** 2).sum()
