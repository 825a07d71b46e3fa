"""What an object holds in a list is no number, and a tensor of a shape that only a name says may have no element."""

import torch
from torch import nn


class Weighted(nn.Module):
    def __init__(self):
        super().__init__()
        self.weights = [0.0, 1.0]

    def forward(self, x):
        return x * torch.log(torch.tensor(self.weights))
        # FIXME: the list is written out, and holds 0


def of_any_shape(shape):
    return torch.log(torch.zeros(*shape))
