"""An extreme to which an axis was added is still one of what it was taken of: `x.min(1)[0][:, None]`."""

import torch
import torch.nn as nn


class Scaled(nn.Module):
    def forward(self, x):
        low = x.flatten(1).min(1)[0][:, None]
        high = x.flatten(1).max(1)[0][:, None]
        return (x.flatten(1) - low) / (high - low)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(high - low)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.scores = nn.Linear(8, 8)

    def forward(self, x):
        s = self.scores(x)
        e = torch.exp(s - s.max(1)[0][:, None])
        return e / e.sum(1, keepdim=True)


class Pairs(nn.Module):
    def forward(self, x):
        return 1 / (x[:, None] - x[None]).abs().sum(-1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(x[…] - x[…]).abs().sum(-1)` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
