"""The norm of what a layer puts out may be 0 as that of anything may; a tanh keeps no norm away from 0."""

import torch
from torch import nn


class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(8, 8)

    def forward(self, x):
        h = self.fc(x)
        return h / h.norm(dim=-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm, exactly 0 for a vector of zeros
        # fixed: h / h.norm(dim=-1, keepdim=True).clamp(min=1e-6)
        # or: nn.functional.normalize(h, dim=-1)
        # or (unsafe): h / (h.norm(dim=-1, keepdim=True) + 1e-8)

    def scaled(self, x):
        h = self.fc(x)
        return x / h.std(dim=0)
        #      ^^^^^^^^^^^^^^^^ NAN102 information: `h.std(dim=0)` is a standard deviation
        # fixed: x / h.std(dim=0).clamp(min=1e-6)
        # or (unsafe): x / (h.std(dim=0) + 1e-8)

    def activated(self, x):
        h = torch.tanh(self.fc(x))
        return x / h.norm(dim=-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm
