# What callers write out counts in a constructor and in a method as it does in a function: `self` is none of the
# arguments, and what a base class constructs of nothing changes none of them.

import torch
from torch import nn


class Scale(nn.Module):
    def __init__(self, initial):
        super().__init__()
        self.raw = nn.Parameter(torch.log(torch.exp(initial) - 1))
        #                                 ^^^^^^^^^^^^^^^^^^ NAN104 warning: `initial` holds 100: exp overflows to Inf in float32; bound it
        # fixed (unsafe): torch.exp(torch.clamp(initial, max=30.0))

    def forward(self, x):
        return x * nn.functional.softplus(self.raw)


scale = Scale(torch.tensor([0.5, 100.0, 1.0]))


class Prior:
    def __init__(self, weights, sharpness=1.0):
        self.log_weights = sharpness * torch.log(weights)
        #                              ^^^^^^^^^^^^^^^^^^ NAN101 warning: `weights` holds 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(weights, 1e-10, 1.0))
        # or (unsafe): torch.log(weights + 1e-8)

    def tempered(self, shares):
        return torch.log(shares) + self.log_weights
        #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `shares` is 0: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(shares, 1e-10, 1.0))
        # or (unsafe): torch.log(shares + 1e-8)

    def smoothed(self, shares):
        return torch.log(shares + 1e-6)


prior = Prior(torch.tensor([0.5, 0.5, 0.0]), sharpness=2.0)
sharp = prior.tempered(shares=torch.zeros(3))
smooth = prior.smoothed(torch.zeros(3))


class Filled(nn.Module):
    def __init__(self, counts):
        super().__init__(counts)
        self.log_counts = torch.log(counts)


class Whole:
    def __init__(self, path, counts):
        load(path, counts)
        self.log_counts = torch.log(counts)


filled = Filled(torch.zeros(3))
whole = Whole("counts.pt", torch.zeros(3))
