# The weights of a layer are random numbers, so their norm is not 0; that of an unknown vector may be.

import torch
from torch import nn


class Cosine(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)
        self.embedding = nn.Embedding(10, 4)

    def forward(self, layer, delta):
        rows = self.fc.weight / self.fc.weight.norm(dim=1, keepdim=True)
        table = self.embedding.weight.data / self.embedding.weight.data.norm(dim=1, keepdim=True)
        weight = layer.weight + delta
        return rows, table, weight / weight.norm(dim=1, keepdim=True)


def normalised(x):
    return x / x.norm(dim=1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.norm(…)` is a norm, exactly 0 for a vector of zeros
