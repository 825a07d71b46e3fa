"""What an object holds under a name is its own: a class that sets the same name to something else says nothing of it."""

import torch
from torch import nn


class Buffer(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("s", torch.linspace(0, 5, n))

    def forward(self, d):
        return d / self.s
        #      ^^^^^^^^^^ NAN102 warning: `self.s` holds 0: x / 0 is Inf or NaN; keep it away from 0


class Frozen(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.s = nn.Parameter(torch.ones(n), requires_grad=False)

    def forward(self, d):
        return d / self.s
