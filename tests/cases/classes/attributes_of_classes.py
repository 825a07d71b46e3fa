"""Attributes of classes and their objects: a use meets what the class, or one that it inherits from, last gave them."""

import torch
from torch import nn


class Settings:
    EPSILON = 0.0


class Careful(Settings):
    FLOOR = 0.5


reveal_range(Settings.EPSILON)  # {0} float64
reveal_range(Careful.EPSILON)  # {0} float64
reveal_range(Careful.FLOOR)  # {0.5} float64
reveal_range(Careful.CEILING)  # unknown


class Scaled(nn.Module):
    def __init__(self, x):
        super().__init__()
        self.scale = torch.sigmoid(x)
        if x is None:
            self.scale = torch.full((3,), 2.0)
        reveal_range(self.scale)  # [0, 2] float32

    def reset(self):
        self.scale = torch.full((3,), -5.0)

    def forward(self, y):
        reveal_range(self.scale)  # [-5, 2] float32
        return y


def of_a_batch(batch):
    # `data` of something that is no weight is not that thing.
    return torch.log(batch.softmax.data(1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `batch.softmax.data(1)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(batch.softmax.data(1), min=1e-10))
