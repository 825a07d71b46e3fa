"""The size of an output that takes either sign is 0 in between: the logarithm of a determinant, whatever it takes."""

import torch
import torch.nn.functional as F
from torch import nn


class Planar(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(1, width))
        self.slope = nn.Parameter(torch.randn(1, width))

    def forward(self, z):
        act = torch.tanh(z @ self.weight.t())
        determinant = 1 + ((1 - act**2) * self.weight) @ self.slope.t()
        return z + self.slope * act, torch.log(torch.abs(determinant))
        #                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.abs(determinant)` stays above 0


class OfAnOutput(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 4)

    def forward(self, z):
        out = self.linear(z)
        return out.abs().log()
        #      ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `out.abs()` stays above 0


class OfOneSign(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(4, 4)

    def forward(self, z):
        out = self.linear(z)
        return torch.log((0.1 + F.softplus(out)).abs()) + torch.log(out.abs() + 1e-6)


def step(net, other, third, opt, z):
    z, logdet = net(z)
    loss = (z**2).sum() - logdet.sum() + other(z).sum() + third(z).sum()
    loss.backward()
    opt.step()
