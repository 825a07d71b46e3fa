"""A layer that was given an activation always applies it, and one that was given none never does."""

import torch
from torch import nn


class Activated(nn.Module):
    def __init__(self, size, activation=None):
        super().__init__()
        self.linear = nn.Linear(size, size)
        self.activation = activation

    def forward(self, x):
        h = self.linear(x)
        if self.activation is not None:
            h = self.activation(h)
        return h


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.mean = Activated(40)
        self.log_var = Activated(40, activation=nn.Hardtanh(min_val=-6.0, max_val=2.0))
        self.gate = Activated(40, activation=nn.ReLU())

    def bounded(self, x, z):
        return (z - self.mean(x)) ** 2 / torch.exp(self.log_var(x))

    def unbounded(self, x, z):
        return (z - self.log_var(x)) ** 2 / torch.exp(self.mean(x))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.exp(self.mean(x))` is an exponential and can be exactly 0: x / 0 is Inf or NaN
    #                                       ^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.mean(x)` is the output of a linear layer

    def gated(self, x):
        return torch.log(self.gate(x))
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.gate(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf
