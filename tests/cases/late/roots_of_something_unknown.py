"""Whoever adds an epsilon behind a root reckons with a 0, at which its gradient is infinite: told in what is trained.

Nothing is known of what the root is of. Outside of a model or a loss, of counts, of a state and in NumPy it stays
silent, and where the epsilon is inside.
"""

import numpy as np
import torch
from torch import nn


class Normalized(nn.Module):
    def __init__(self, eps=1e-6):
        super().__init__()
        self.eps = eps

    def forward(self, x, mean, variance, degree):
        centred = (x - mean) / (torch.sqrt(variance) + self.eps)
        #                       ^^^^^^^^^^^^^^^^^^^^ NAN202 information: the epsilon of `torch.sqrt(…lf.eps` comes too late: sqrt has an infinite gradient at 0; add it to the operand
        # fixed: torch.sqrt(variance + self.eps)
        # or (unsafe): torch.sqrt(torch.clamp(variance, min=1e-10))
        spread = x / (degree.sum(-1) ** 0.5 + 1e-8)
        #             ^^^^^^^^^^^^^^^^^^^^^ NAN202 information: the epsilon of `degree.su…1e-8` comes too late: x ** 0.5 has an infinite gradient at 0; add it to the operand
        # fixed: nothing
        inside = (x - mean) / torch.sqrt(variance + self.eps)
        counted = x / (torch.sqrt((x > 0).sum(-1)) + 1e-8)
        return centred, spread, inside, counted, torch.sqrt(variance), torch.sqrt(variance) + 1.0


def scaled_loss(prediction, target, variance):
    return (torch.abs(prediction - target) / (torch.sqrt(variance) + 1e-6)).mean()
    #                                         ^^^^^^^^^^^^^^^^^^^^ NAN202 information: the epsilon of `torch.sqrt(…+ 1e-6` comes too late: sqrt has an infinite gradient at 0; add it to the operand
    # fixed: torch.sqrt(variance + 1e-6)
    # or (unsafe): torch.sqrt(torch.clamp(variance, min=1e-10))


def whitened(x, mean, variance):
    return (x - mean) / (torch.sqrt(variance) + 1e-6)


def of_numpy(x, mean, variance):
    return (x - mean) / (np.sqrt(variance) + 1e-6)


class Unrecorded(nn.Module):
    @torch.no_grad()
    def forward(self, x, mean, variance):
        return (x - mean) / (torch.sqrt(variance) + 1e-6)


class Running(nn.Module):
    def __init__(self, mean, variance):
        super().__init__()
        self.mean = mean
        self.register_buffer("variance", variance)

    def forward(self, x, i):
        scaled = (x - self.mean) / (torch.sqrt(self.variance) + 1e-6)
        return scaled / (self.variance[i].sqrt() + 1e-6)
