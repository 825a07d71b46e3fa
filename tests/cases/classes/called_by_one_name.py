"""A loss is given what its objects are called with, and not what is called by the same name elsewhere."""

import torch
from torch import nn


class Entropy(nn.Module):
    def __init__(self, scale=1.0):
        super().__init__()
        self.scale = scale

    def forward(self, p):
        return -(p * torch.log(p)).sum()
    #                ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


class Margin(nn.Module):
    def forward(self, d):
        return torch.log(d)


class OfNothing(nn.Module):
    def __init__(self, scale=1.0):
        super().__init__()

    def forward(self, q):
        return torch.log(q)


def train(x):
    loss = Entropy()
    return loss(torch.softmax(x, -1))


def compare(x):
    loss = Margin()
    return loss(torch.sigmoid(x) + 1.0)


def kind(x):
    loss = OfNothing
    return loss(torch.sigmoid(x))


def other(x):
    loss = OfNothing()
    return loss(torch.sigmoid(x) + 1.0)


class Scaled(nn.Module):
    def __init__(self, scale=2.0):
        super().__init__()
        self.scale = scale

    @classmethod
    def of(cls, x):
        reveal_range(cls(3.0).scale)  # {3} float64 takes 3
        return cls(3.0)(x)

    def forward(self, q):
        return torch.sigmoid(q) + 1.0


def use(x):
    reveal_range(Scaled.of(x))  # [1, 2] float32 takes 1, 2


def behind(p):
    return torch.log(p)


def called(xs, x):
    return behind(*xs, torch.sigmoid(x)) + behind(torch.sigmoid(x) + 1.0)
