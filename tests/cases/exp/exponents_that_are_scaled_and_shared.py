"""A name that is scaled in an exponential needs another bound than the exponential does."""

import torch
from torch import nn


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(8, 1)

    def forward(self, x, y):
        log_var = self.head(x)
        return (log_var + (x - y) ** 2 * torch.exp(-0.7 * log_var)).mean()
        #                                ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `-0.7 * l…_var` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): log_var = torch.clamp(self.head(x), min=-42.8571)
        # or (unsafe): torch.exp(torch.clamp(-0.7 * log_var, max=30.0))
        # adds: torch.clamp(
        # adds: , min=-42.8571)
        # from: `self.head(x)` made here, unbounded
