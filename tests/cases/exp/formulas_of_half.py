# The hyperbolic tangent has a second spelling, with one exponential of twice the operand; and the logarithm of a sum of all exponentials is one of them too.

import torch
from torch import nn


class Squash(nn.Module):
    def forward(self, x):
        e = torch.exp(2 * x)
        return (e - 1) / (e + 1)
        #      ^^^^^^^^^^^^^^^^^ NAN402 warning: this is a tanh written out by hand: where `torch.exp(2 * x)` overflows, it is NaN; use PyTorch's own


class SquashOfNegative(nn.Module):
    def forward(self, x):
        return (1 - torch.exp(-2 * x)) / (1 + torch.exp(-2 * x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a tanh written out by hand: where `torch.exp(-2 * x)` overflows, it is NaN; use PyTorch's own


class SquashOfSize(nn.Module):
    def forward(self, x):
        e = torch.exp(-2 * x.abs())
        return (1 - e) / (1 + e)


class Partition(nn.Module):
    def forward(self, alpha):
        return torch.log(torch.exp(alpha).sum())
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a logsumexp written out by hand: where `torch.exp(alpha)` overflows, it is Inf; use PyTorch's own


def looked_at(alpha):
    with torch.no_grad():
        return torch.log(torch.exp(alpha).sum())
