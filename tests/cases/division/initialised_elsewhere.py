"""A variable that is made as zeros and initialised by a method is not known to be 0 in the first step."""

import torch
from torch import nn


class Directions(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.direction = nn.Parameter(torch.zeros(dim))
        self._init_parameters()

    def _init_parameters(self):
        with torch.no_grad():
            self.direction.normal_()

    def forward(self, x):
        return x * self.direction / self.direction.norm()
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `….norm()` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x * self.direction / self.direction.norm().clamp(min=1e-6)
    # or (unsafe): x * self.direction / (self.direction.norm() + 1e-8)
    # from: `self.direction.norm()` made here, exactly 0 for a vector of zeros
