"""A variable that is made as zeros and initialised by a method is not 0 in the first step, nor is its norm later."""

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
