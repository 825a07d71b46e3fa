"""A parameter that begins with the default of its constructor, 0, is a divisor of 0 in the first step."""

import torch
from torch import nn


class Step(nn.Module):
    def __init__(self, bits=4, first=0.0, known=1.0):
        super().__init__()
        self.most = 2 ** (bits - 1) - 1
        self.step = nn.Parameter(torch.tensor(first))
        self.known = nn.Parameter(torch.tensor(known))

    def forward(self, x):
        return (x / self.step).clamp(-self.most, self.most) * self.step
        #       ^^^^^^^^^^^^^ NAN102 warning: `self.step` is a variable that starts at 0 and can be exactly 0

    def scaled(self, x):
        return x / self.known


class Quantised(nn.Module):
    def __init__(self):
        super().__init__()
        self.quantise = Step(bits=8)

    def forward(self, x):
        return self.quantise(x) + self.quantise.scaled(x)
