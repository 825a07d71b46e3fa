"""An epsilon under a power of half precision leaves a gradient that half precision squares, as under a root."""

import torch
from torch import nn


class Loss(nn.Module):
    def forward(self, x):
        return (x.half() ** 2).sum(-1).pow(0.3).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(x.half() ** 2).sum(-1)` stays above 0: x ** 0.3 has an infinite gradient at 0
        # fixed (unsafe): (x.half() ** 2).sum(-1).clamp(min=1e-4).pow(0.3)
        # or (unsafe): ((x.half() ** 2).sum(-1) + 1e-3).pow(0.3)
