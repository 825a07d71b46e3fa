"""What is divided by a square keeps its sign, even where the square may be 0: the exponential of it cannot overflow."""

import torch
from torch import nn


class TwoModes(nn.Module):
    def __init__(self, loc, scale):
        super().__init__()
        self.loc = loc
        self.scale = scale
        self.log_weight = nn.Parameter(torch.zeros(2))

    def log_prob(self, z):
        a = torch.abs(z[:, 0])
        eps = torch.abs(torch.tensor(self.loc))
        return torch.log(1 + torch.exp(-2 * (a * eps) / (3 * self.scale) ** 2))

    def of_either_sign(self, z):
        a = torch.abs(z[:, 0])
        return torch.log(1 + torch.exp(-2 * (a * self.loc) / (3 * self.scale) ** 2))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand

    def over_what_has_no_sign(self, z):
        a = torch.abs(z[:, 0])
        return torch.log(1 + torch.exp(-a / self.scale))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand
