# What a loss calls may add the squares of two scales, which are settings more often than data. In the loss itself a sum
# of squares of the data is told.

import torch
from torch import nn


class Preconditioned(nn.Module):
    def __init__(self, net):
        super().__init__()
        self.net = net

    def c_skip(self, sigma_data, sigma):
        return (sigma_data**2) / (sigma**2 + sigma_data**2)

    def denoised(self, x, sigma, sigma_data):
        return self.c_skip(sigma_data, sigma) * x + self.net(x)

    def forward(self, x, sigma, sigma_data):
        return ((self.denoised(x, sigma, sigma_data) - x) ** 2).mean()


def sisdr_loss(estimate, reference):
    scale = (estimate * reference).sum() / reference.square().sum()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `reference.s…sum()` can be 0 where all that it is computed from is 0: x / 0 is Inf or NaN; keep it away from 0
    return ((scale * reference - estimate) ** 2).mean()
