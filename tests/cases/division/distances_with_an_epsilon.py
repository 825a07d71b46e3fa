"""PyTorch's pairwise distance adds an epsilon to each difference: of equal rows it is not 0, as another distance is."""

import torch
from torch import nn
from torch.nn.functional import pairwise_distance


class Repulsion(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc, self.distance = nn.Linear(8, 8), nn.PairwiseDistance(p=2)

    def forward(self, a, b):
        a, b = self.fc(a), self.fc(b)
        near = 1 / pairwise_distance(a, b) + torch.log(self.distance(a, b))
        reveal_range(pairwise_distance(a, b))  # [0, inf] float32
        return near.mean() + (1 / torch.dist(a, b)).mean()
        #                     ^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.dist(a, b)` is a distance, exactly 0 where both are equal: x / 0 is Inf or NaN; keep it away from 0
        # fixed: 1 / torch.dist(a, b).clamp(min=1e-6)
        # or (unsafe): 1 / (torch.dist(a, b) + 1e-8)
        # from: `torch.dist(a, b)` made here, exactly 0 where both are equal
