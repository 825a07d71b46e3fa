# That one element is clipped to 0 is what the clip is for; that all of them are is possible, and no more.

import numpy as np
import torch
from torch import nn


def recombination_weights(n):
    rank = np.arange(1, n + 1)
    u = np.maximum(0, np.log(n / 2 + 1) - np.log(rank))
    return u / np.sum(u) - 1 / n
    #      ^^^^^^^^^^^^^ NAN102 information: `np.sum(u)` can be 0 where all that it sums is clipped


def weights(x):
    u = torch.clamp(x, min=0)
    return u / u.sum(), u / u.sum(dim=1, keepdim=True), 2.0 / (2 * u.mean())
    #      ^^^^^^^^^^^ NAN102 information: `u.sum()` can be 0 where all that it sums is clipped
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `u.sum(…)` can be 0 where all that it sums is clipped
    #                                                   ^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(2 * u.mean())` can be 0 where all that it sums is clipped


def each(x):
    u = torch.clamp(x, min=0)
    return x / u, x / (2 * u)
    #      ^^^^^ NAN102 warning: `u` can be 0: x / 0 is Inf or NaN; keep it away from 0
    #             ^^^^^^^^^^^ NAN102 warning: `(2 * u)` can be 0: x / 0 is Inf or NaN; keep it away from 0


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        w = torch.relu(self.fc(x))
        return w / w.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `w.sum(-1, keepdim=True)` can be 0, as a ReLU can


def scaled(x):
    u = torch.clamp(x, min=0)
    return x / (2.0 * u).sum(), x / u.double().sum(), x / (torch.clamp(torch.zeros(3), min=0) * 2.0).sum()
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 information: `(2.0 * u).sum()` can be 0 where all that it sums is clipped: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / (2.0 * u).sum().clamp(min=1e-7)
    #                           ^^^^^^^^^^^^^^^^^^^^ NAN102 information: `u.double().sum()` can be 0 where all that it sums is clipped: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / u.double().sum().clamp(min=1e-10)
