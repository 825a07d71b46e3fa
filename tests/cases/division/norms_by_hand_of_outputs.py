"""The norm of an output that is written by hand is 0 for a row of zeros, as that of the framework is: information."""

import torch
from torch import nn


class Directions(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(8, 4)

    def forward(self, x):
        h = self.linear(x)
        return h / torch.norm(h, dim=1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0

    def by_hand(self, x):
        h = self.linear(x)
        return h / torch.sqrt((h**2).sum(1, keepdim=True))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt((…).sum(…))` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0

    def by_methods(self, x):
        h = self.linear(x)
        return h / h.pow(2).sum(1, keepdim=True).sqrt()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.pow(…).sum(…).sqrt()` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0

    def squashed(self, x):
        return squash(self.linear(x))

    def masked(self, x):
        h = self.linear(x)
        return h / torch.sqrt((h**2).sum(1, keepdim=True) + 1e-8)

    def rectified(self, x):
        h = torch.relu(self.linear(x))
        return h / torch.sqrt((h**2).sum(1, keepdim=True))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((h**2).sum(1, keepdim=True))` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0


def squash(s):
    squared = (s**2).sum(dim=-1, keepdim=True)
    return squared / (1 + squared) * s / torch.sqrt(squared)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt(squared)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def step(net, opt, x):
    loss = (net(x) + net.by_hand(x) + net.by_methods(x) + net.squashed(x) + net.masked(x) + net.rectified(x)).sum()
    loss.backward()
    opt.step()
