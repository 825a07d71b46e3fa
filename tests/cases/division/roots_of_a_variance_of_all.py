"""The root of a variance is a deviation, whether it is that of each column or of all: 0 where all elements are equal."""

import torch
from torch import nn


class Loss(nn.Module):
    def forward(self, y):
        a = y / y.std()
        #   ^^^^^^^^^^^ NAN102 information: `y.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        b = y / torch.sqrt(y.var(0))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt(y.var(0))` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
        #       ^^^^^^^^^^^^^^^^^^^^ NAN301 information: `y.var(0)` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
        # FIXME: information, as of each column
        c = y / torch.sqrt(y.var())
        # FIXME: information
        d = y / torch.var(y).sqrt()
        v, m = torch.var_mean(y)
        # FIXME: information
        e = (y - m) / v.sqrt()
        return a + b + c + d + e
