"""A call comes back by one of its returns, and with all of the tuple that stands there."""

import numpy as np
import torch


def activation(x, kind):
    if kind == "tanh":
        return torch.tanh(x)
    return 3 * torch.sigmoid(x) - 1


def length(x, kind):
    s = activation(x, kind)
    return torch.sqrt(s * s + 1e-6)


def bounds(kind):
    if kind == "tanh":
        return -1.0, 1.0
    return 1.0, 3.0


def rescaled(x, kind):
    low, high = bounds(kind)
    return torch.sigmoid(x) / (high - low)


def limits(x, kind):
    if kind == "all":
        return x.min(), x.max()
    return x.amin(), x.amax()


def to_unit(x, kind):
    x = torch.relu(x)
    low, high = limits(x, kind)
    return (x - low) / (high - low)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(high - low)` is a difference from an extreme and can be exactly 0


class Running:
    def __init__(self, x):
        self.value = torch.tanh(x)

    def update(self, x):
        self.value = 3 * torch.sigmoid(x) - 1

    def loss(self):
        return torch.sqrt(self.value * self.value + 1e-6)


def over_a_tuple(x, y):
    total = np.zeros(())
    for s in (torch.tanh(x), 3 * torch.sigmoid(y) - 1):
        total = total + torch.sqrt(s * s + 1e-6)
    return total


def picked(x, c):
    s = torch.where(c, torch.tanh(x), 3 * torch.sigmoid(x) - 1)
    return torch.sqrt(s * s + 1e-6)


def by_index(x, i):
    pair = (torch.tanh(x), 3 * torch.sigmoid(x) - 1)
    return torch.sqrt(pair[i] * pair[i] + 1e-6)


def by_two_indices(x, y, i, j):
    pair = (torch.sigmoid(x), torch.sigmoid(y) - 1.0)
    return torch.sqrt(pair[i] * pair[j])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `pair[i] * pair[j]` can be below 0 where a sigmoid is exactly 1
