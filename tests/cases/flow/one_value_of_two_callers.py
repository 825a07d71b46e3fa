"""Whichever call it is, both operands are of the same one: a helper that is called twice is as good as it was once."""

import torch
import torch.nn.functional as F


def length(s):
    return torch.sqrt(s * s + 1e-6)


def lengths(x):
    return length(torch.tanh(x)) + length(3 * torch.sigmoid(x) - 1)


def log_sum(x):
    m = x.max(dim=-1, keepdim=True).values
    return m + torch.log(torch.exp(x - m).sum(-1, keepdim=True))


class Heads(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first = torch.nn.Linear(8, 8)
        self.second = torch.nn.Linear(8, 8)

    def forward(self, x):
        return log_sum(self.first(x)) - log_sum(self.second(x))


def scaled(x):
    return (x - x.min()) / (x.max() - x.min())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(x.max() - x.min())` is a difference from an extreme and can be exactly 0


def both_scaled(x, y):
    return scaled(F.relu(x)) + scaled(torch.tanh(y))


def entropy(p):
    return -(p * torch.log(p)).sum()
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax


def entropies(x, y):
    return entropy(torch.softmax(x, -1)) + entropy(torch.softmax(y, -1))
