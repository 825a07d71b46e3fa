"""A power whose exponent is trained leaks through what chooses behind it: that is told once, and not where it is asked."""

import torch
from torch import nn


class Pooling(nn.Module):
    def __init__(self):
        super().__init__()
        self.p = nn.Parameter(torch.tensor(3.0))

    def forward(self, x):
        return x.pow(self.p).mean()
        #      ^^^^^^^^^^^^^ NAN103 information: nothing here shows that `x` stays at least 0: below it a power is NaN, once its exponent is trained

    def chosen(self, x):
        return torch.where(x > 0, x.pow(self.p), torch.zeros_like(x)).mean()
        #                         ^^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN unless `x` stays at least 0; mask it first

    def cleaned(self, x):
        return torch.nan_to_num(x.pow(self.p))
        #                       ^^^^^^^^^^^^^ NAN103 information: nothing here shows that `x` stays at least 0: below it a power is NaN, once its exponent is trained
