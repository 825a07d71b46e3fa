"""Where no derivative is recorded, only the value of a division by a norm counts: 0 for a vector of zeros alone.

A memory of features keeps unit vectors so. Where a ReLU makes the vector, it is 0 as often as anywhere.
"""

import torch
from torch import nn


class Memory(nn.Module):
    def __init__(self, size, dim, momentum):
        super().__init__()
        self.register_buffer("memory", torch.rand(size, dim))
        self.momentum = momentum

    @torch.no_grad()
    def update(self, features, index):
        kept = self.momentum * self.memory[index] + (1 - self.momentum) * features
        norm = kept.pow(2).sum(1, keepdim=True).pow(0.5)
        self.memory.index_copy_(0, index, kept / norm)
    #                                     ^^^^^^^^^^^ NAN102 information: `norm` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: norm = kept.pow(2).sum(1, keepdim=True).clamp(min=1e-12).pow(0.5)
    # adds: .clamp(min=1e-12)
    # from: `kept.pow(2).sum(1, keepdim=True).pow(0.5)` made here, exactly 0 for a vector of zeros

    def forward(self, features, index):
        norm = features.pow(2).sum(1, keepdim=True).pow(0.5)
        with torch.no_grad():
            active = torch.relu(features)
            share = active / active.pow(2).sum(1, keepdim=True).sqrt()
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `active.pow(2).sum(1, keepdim=True).sqrt()` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: active / active.pow(2).sum(1, keepdim=True).sqrt().clamp(min=1e-7)
    # or: nn.functional.normalize(active, dim=1)
    # or (unsafe): active / (active.pow(2).sum(1, keepdim=True).sqrt() + 1e-8)
    # from: `torch.relu(features)` made here, exactly 0 for inputs of 0 or less
    # from: `active.pow(2).sum(1, keepdim=True).sqrt()` made here, values in [0, inf]
        return features / norm, share
    #          ^^^^^^^^^^^^^^^ NAN102 warning: `norm` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: norm = features.pow(2).sum(1, keepdim=True).clamp(min=1e-12).pow(0.5)
    # adds: .clamp(min=1e-12)
    # from: `features.pow(2).sum(1, keepdim=True).pow(0.5)` made here, exactly 0 for a vector of zeros
