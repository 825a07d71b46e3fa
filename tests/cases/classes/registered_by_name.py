"""A buffer that is registered by its name holds what it is registered with; so does an attribute that is set once."""

import torch
from torch import nn


class Basis(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("centres", torch.linspace(0, 5, n))
        self.register_buffer("order", tensor=torch.arange(8).float(), persistent=False)
        self.steps = torch.arange(8)
        self.add_module("squash", nn.Sigmoid())

    def forward(self, x):
        return torch.log(self.squash(x)) / self.centres
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.centres` holds 0
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.squash(x)` is a sigmoid, exactly 0 for inputs below -89

    def scaled(self, x):
        return x / self.order + x / self.steps
        #      ^^^^^^^^^^^^^^ NAN102 warning: `self.order` holds 0
        #                       ^^^^^^^^^^^^^^ NAN102 warning: `self.steps` holds 0

    def shifted(self, x):
        return x / (self.order + 1.0)


class Running(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("mean", torch.zeros(n))
        self.register_buffer("std", torch.zeros(n))
        self.count = torch.zeros(n)
        self.scale = torch.linspace(0, 1, n)

    def forward(self, x):
        self.mean = 0.9 * self.mean + 0.1 * x.mean(0)
        return (x - self.mean) / self.std / self.count

    def set_scale(self, scale):
        self.scale = scale

    def scaled(self, x):
        return x / self.scale


class Chosen(nn.Module):
    def __init__(self, n, kind):
        super().__init__()
        if kind:
            self.register_buffer("steps", torch.arange(n))
        else:
            self.register_buffer("steps", torch.arange(1, n))
        self.register_buffer(kind, torch.arange(n))

    def forward(self, x):
        reveal_range(self.steps)  # not a number
        return x / self.steps


class Wrapped(nn.Module):
    def __init__(self, inner):
        super().__init__()
        self.inner = inner
        self.inner.register_buffer("rates", torch.linspace(0, 1, 5))

    def forward(self, x):
        return x / self.rates
