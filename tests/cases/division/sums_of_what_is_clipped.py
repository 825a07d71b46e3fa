# That one element is clipped to 0 is what the clip is for; that all of them are is possible, and no more.

import numpy as np
import torch
from torch import nn


def recombination_weights(n):
    rank = np.arange(1, n + 1)
    u = np.maximum(0, np.log(n / 2 + 1) - np.log(rank))
    return u / np.sum(u) - 1 / n
    #      ^^^^^^^^^^^^^ NAN102 information: `np.sum(u)` is 0 where all that it is made of is clipped


def weights(x):
    u = torch.clamp(x, min=0)
    return u / u.sum(), u / u.sum(dim=1, keepdim=True), 2.0 / (2 * u.mean())
    #      ^^^^^^^^^^^ NAN102 information: `u.sum()` is 0 where all that it is made of is clipped
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `u.sum(dim=1, keepdim=True)` is 0 where all
    #                                                   ^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(2 * u.mean())` is 0 where all


def each(x):
    u = torch.clamp(x, min=0)
    return x / u, x / (2 * u)
    #      ^^^^^ NAN102 warning: `u` is 0, and a division by 0 is Inf
    #             ^^^^^^^^^^^ NAN102 warning: `(2 * u)` is 0, and a division by 0 is Inf


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        w = torch.relu(self.fc(x))
        return w / w.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `w.sum(-1, keepdim=True)` comes from a ReLU
