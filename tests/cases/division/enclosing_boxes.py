"""The sides of a box that encloses two others are clipped at 0, as those of what they share are; its area is seldom 0."""

import torch
from torch import nn


class Generalized(nn.Module):
    def forward(self, a, b):
        low, high = torch.min(a[:, :2], b[:, :2]), torch.max(a[:, 2:], b[:, 2:])
        side = (high - low).clamp(min=0)
        enclosure = side[:, 0] * side[:, 1]
        return (1 / enclosure).mean()
        #       ^^^^^^^^^^^^^ NAN102 information: `enclosure` can be 0: x / 0 is Inf or NaN; keep it away from 0


class ByProduct(nn.Module):
    def forward(self, a, b):
        side = (torch.max(a[:, 2:], b[:, 2:]) - torch.min(a[:, :2], b[:, :2])).clamp(min=0)
        return (1 / side.prod(1)).mean()
        #       ^^^^^^^^^^^^^^^^ NAN102 information: `side.prod(1)` can be 0: x / 0 is Inf or NaN; keep it away from 0
