"""A column times itself is a square, and two of them a squared length; a function in an attribute is called as by its name."""

import torch
import torch.nn.functional as F
from torch import nn


def length(x):
    r = torch.tanh(x)
    return torch.sqrt(r[:, 0] * r[:, 0] + 1e-6)


def angular(x, y):
    return torch.acos(F.cosine_similarity(x, y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `F.cosine_similarity(x, y)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1


class Margin(nn.Module):
    def __init__(self):
        super().__init__()
        self.project = angular

    def forward(self, x, y):
        return self.project(x, y).mean()
