"""A gate of a layer is driven as far as training takes it; how far an unknown one goes is a guess."""

import torch
from torch import nn


class Gate(nn.Module):
    def __init__(self):
        super().__init__()
        self.score = nn.Linear(8, 1)

    def forward(self, x, z):
        return x / torch.sigmoid(self.score(x))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / torch.sigmoid(self.score(x)).clamp(min=1e-7)
    # or (unsafe): x / (torch.sigmoid(self.score(x)) + 1e-8)
    # from: `torch.sigmoid(self.score(x))` made here, exactly 0 in float32 for inputs below -89

    def given(self, x, z):
        return x / torch.sigmoid(z)
    #          ^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sigmoid(z)` is a sigmoid, exactly 0 for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / torch.sigmoid(z).clamp(min=1e-7)
    # or (unsafe): x / (torch.sigmoid(z) + 1e-8)
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
