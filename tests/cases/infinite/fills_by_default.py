"""What masks where nobody passes another value, a parameter's default, may be -inf; what every caller passes decides."""

import torch
from torch import nn

NEG_INF = float("-inf")


class Attention(nn.Module):
    def __init__(self, dim, fill=NEG_INF):
        super().__init__()
        self.score = nn.Linear(dim, 1)
        self.fill = fill

    def forward(self, h, mask):
        e = self.score(h)[..., 0].masked_fill(~mask, self.fill)
        return torch.softmax(e, -1) @ h
        #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `e` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
        # fixed: nothing
        # from: `self.score(h)` made here, unbounded


def weighed(e, v, mask, fill=float("-inf")):
    return torch.softmax(e.masked_fill(mask, fill), dim=-1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `e.masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed: nothing


class Finite(nn.Module):
    def __init__(self, fill=-1e9):
        super().__init__()
        self.fill = fill

    def forward(self, e, h, mask):
        return torch.softmax(e.masked_fill(~mask, self.fill), -1) @ h


def weighed_otherwise(e, v, mask, fill=float("-inf")):
    return torch.softmax(e.masked_fill(mask, fill), dim=-1) @ v


def finite(e, v, mask):
    return weighed_otherwise(e, v, mask, fill=-1e4)
