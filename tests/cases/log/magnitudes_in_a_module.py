"""The logarithm of a magnitude in a module's result, a log-determinant, is trained on wherever it is added up."""

import torch
from torch import nn


class Planar(nn.Module):
    def forward(self, z, psi, u):
        return z + u, torch.log(torch.abs(1 + torch.bmm(psi, u)))
        #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.abs(1 + torch.bmm(psi, u))` stays above 0: log(0) is -inf


class Masked(nn.Module):
    def forward(self, z, psi, u):
        return z + u, torch.log(torch.abs(1 + torch.bmm(psi, u)) + 1e-8)


class Counted(nn.Module):
    def forward(self, counts):
        return torch.log(1 + counts * counts)


def shown(psi, u):
    print(torch.log(torch.abs(1 + torch.bmm(psi, u))))
