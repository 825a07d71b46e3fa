# Of a sum of exponentials a mask takes the 0 alone: where one of them overflows, Inf goes through it, and through an epsilon.

import torch
import torch.nn.functional as F


class Energies(torch.nn.Module):
    def forward(self, x):
        return torch.exp(x)


class Loss(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.out = torch.nn.Linear(2, 2)

    def forward(self, energies):
        return -torch.log(torch.sum(energies, dim=-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.sum(energies, dim=-1)` stays above 0: log(0) is -inf
        # fixed (unsafe): torch.log(torch.clamp(torch.sum(energies, dim=-1), min=1e-10))
        # or (unsafe): torch.log(torch.sum(energies, dim=-1) + 1e-8)

    def own(self, x):
        h = self.out(x)
        return torch.log(torch.sum(torch.exp(torch.clamp(h, max=20.0)), dim=-1)).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sum(…)` can be 0, as an exponential is for inputs below -104: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(torch.sum(torch.exp(torch.clamp(h, max=20.0)), dim=-1), min=1e-10))
        # or (unsafe): torch.log(torch.sum(torch.exp(torch.clamp(h, max=20.0)), dim=-1) + 1e-8)
        # from: `torch.exp(torch.clamp(h, max=20.0))` made here, exactly 0 in float32 for inputs below -104

    def weighted(self, x, weights):
        h = self.out(x)
        return -torch.log(torch.sum(weights * torch.exp(h), dim=-1)).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sum(…)` can be 0, as an exponential is for inputs below -104: log(0) is -inf; keep it above 0
        # fixed (unsafe): torch.log(torch.clamp(torch.sum(weights * torch.exp(h), dim=-1), min=1e-10))
        # from: `torch.exp(h)` made here, exactly 0 in float32 for inputs below -104
        #                                     ^^^^^^^^^^^^ NAN104 information: `h` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): torch.exp(torch.clamp(h, max=30.0))
        # from: `self.out(x)` made here, unbounded

    def shifted(self, x, largest, weights):
        return -torch.log(torch.sum(F.relu(weights) * torch.exp(x - largest), dim=-1)).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sum(…)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf
        # fixed: torch.log(torch.clamp(torch.sum(F.relu(weights) * torch.exp(x - largest), dim=-1), min=1e-10))
        # or (unsafe): torch.log(torch.sum(F.relu(weights) * torch.exp(x - largest), dim=-1) + 1e-8)


def loss(x):
    return Loss()(Energies()(x))


def total(x):
    return loss(x).mean().backward()
