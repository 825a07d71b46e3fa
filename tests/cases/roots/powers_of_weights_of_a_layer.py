"""An exponent that begins at 0, or where it was drawn, is trained as any other: a power of what is negative is NaN then."""

import torch
from torch import nn


class Pooled(nn.Module):
    def __init__(self):
        super().__init__()
        self.power = nn.Parameter(torch.zeros(1))
        self.drawn = nn.Parameter(torch.randn(1))

    def forward(self, x):
        return x.pow(self.power).mean() + x.pow(self.drawn).mean()
        #      ^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that `x` stays at least 0: below it a power is NaN, once its exponent is trained
        #                                 ^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that `x` stays at least 0: below it a power is NaN, once its exponent is trained
