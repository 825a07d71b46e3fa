"""A softmax by hand whose exponentials are weighed before they are divided by their sum: at the largest one is 1."""

import torch
from torch import nn


class Shares(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)

    def kept_above_zero(self, x):
        h = self.fc(x)
        e = torch.exp(h - h.max(dim=-1, keepdim=True)[0]) * (1e-20 + torch.sigmoid(h))
        return e / e.sum(dim=-1, keepdim=True)

    def by_sigmoids(self, x):
        h = self.fc(x)
        e = torch.exp(h - h.amax(dim=-1, keepdim=True)) * torch.sigmoid(h)
        return e / e.sum(dim=-1, keepdim=True)

    def not_shifted(self, x):
        h = self.fc(x)
        e = torch.exp(h) * (1e-20 + torch.sigmoid(h))
        #   ^^^^^^^^^^^^ NAN104 information: `h` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        return e / e.sum(dim=-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `e.sum(…)` can be 0, as an exponential is for inputs below -104: x / 0 is Inf or NaN; keep it away from 0
