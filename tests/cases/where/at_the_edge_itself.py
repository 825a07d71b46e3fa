"""A choice that lets the edge itself through leaves out nothing; of what is squared it leaves out the edge."""

import torch
from torch import nn


class Logarithms(nn.Module):
    def forward(self, x):
        return torch.where(x >= 0, torch.log(x), 0.0)
    #                              ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf

    def small(self, x):
        return torch.where(x < 1e-8, torch.log(x), 0.0)
    #                                ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf

    def squared(self, x):
        s = x * x
        return torch.where(s != 0, torch.log(s), 0.0)
    #                              ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `s` is 0 or less; mask it first

    def squared_above(self, x):
        s = x * x
        return torch.where(s > 0, torch.log(s), 0.0)
    #                             ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `s` is 0 or less; mask it first

    def of_a_difference(self, x):
        s = x * x - 1
        return torch.where(s > 0, torch.log(s), 0.0)
