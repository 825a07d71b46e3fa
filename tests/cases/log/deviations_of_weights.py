# A deviation that is a softplus of a weight is written out with an exponential as often as not: it is 0 for weights far below 0,
# where no step of training takes them, and that is information at most. Of outputs it is a warning.

import torch
import torch.nn.functional as F
from torch import nn


class Bayesian(nn.Module):
    def __init__(self, n, m):
        super().__init__()
        self.rho = nn.Parameter(torch.empty(n, m).uniform_(-2, -1))
        self.out = nn.Linear(n, m)

    def divergence(self, x):
        deviation = torch.log(1 + torch.exp(self.rho))
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 information: this is a softplus written out by hand: where `torch.exp(self.rho)` overflows, it is Inf; use PyTorch's own
        variance = deviation**2
        return torch.log(1.0 / variance).sum() - torch.log(deviation).sum()
        #                ^^^^^^^^^^^^^^ NAN102 information: `variance` can be 0, as a softplus is for inputs below -17: x / 0 is Inf or NaN; keep it away from 0
        #                                        ^^^^^^^^^^^^^^^^^^^^ NAN101 information: `deviation` is a softplus, exactly 0 for inputs below -17: log(0) is -inf; keep it above 0

    def by_its_name(self):
        return torch.log(1.0 / F.softplus(self.rho) ** 2).sum()

    def of_gates(self):
        gate = 1 / (1 + torch.exp(-self.rho))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 information: this is a sigmoid written out by hand: where `torch.exp(…)` overflows, its gradient is NaN; use PyTorch's own
        return torch.log(gate).sum() + (1 / gate).sum()
        #      ^^^^^^^^^^^^^^^ NAN101 information: `gate` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
        #                               ^^^^^^^^ NAN102 information: `gate` is a sigmoid, exactly 0 for inputs below -89: x / 0 is Inf or NaN; keep it away from 0

    def of_outputs(self, x):
        deviation = torch.log(1 + torch.exp(self.out(x)))
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `torch.exp(self.out(x))` overflows, it is Inf; use PyTorch's own
        #                         ^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.out(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        return torch.log(deviation).sum()
        #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `deviation` can be 0, as an exponential is for inputs below -104: log(0) is -inf; keep it above 0
