"""What a model is given where a module runs says what its input is only where it is no example."""

import torch
from torch import nn

from data import load


class OfSomething(nn.Module):
    def forward(self, x):
        return torch.log(x)
        #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf


class OfAnExample(nn.Module):
    def forward(self, x):
        return torch.log(x)
        #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf


class OfANumber(nn.Module):
    def forward(self, x):
        return torch.log(x * torch.ones(3))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x * torch.ones(3)` stays above 0: log(0) is -inf


something = OfSomething()(load())
example = OfAnExample()(torch.zeros(1, 3, 8, 8))
number = OfANumber()(0.5)
