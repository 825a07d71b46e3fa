"""The logarithm of a ratio, of an absolute value, of a sum of densities: 0 for some inputs, and told in a loss."""

import torch
from torch import nn


class Flow(nn.Module):
    def forward(self, h, w):
        return torch.log(torch.abs(1 + h @ w)).mean()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.abs(1 + h @ w)` stays above 0: log(0) is -inf

    def looked_at(self, h, w):
        return torch.log(torch.abs(1 + h @ w))


def mixture_loss(weights, y, dist):
    density = dist.log_prob(y).exp()
    return -torch.log((weights * density).sum(-1)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(weights * density).sum(-1)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp


def mixture_loss_of_logarithms(log_weights, y, dist):
    return -torch.logsumexp(log_weights + dist.log_prob(y), -1).mean()
