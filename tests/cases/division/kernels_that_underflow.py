"""Where every weight of a row is an exponential of a distance, all of them underflow far out, and 0 / 0 is NaN."""

import torch
from torch import nn


class Regression(nn.Module):
    def __init__(self, points, values):
        super().__init__()
        self.points = nn.Parameter(points)
        self.values = values

    def forward(self, x):
        distances = ((x[:, None] - self.points) ** 2).sum(-1)
        kernel = torch.exp(-0.5 * distances / 0.1**2)
        return (kernel @ self.values) / kernel.sum(1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `kernel.sum(1)` can be 0 where all of it underflows


def transport_loss(x, y):
    cost = torch.cdist(x, y) ** 2
    kernel = torch.exp(-cost / 0.01)
    right = torch.ones(len(y))
    for _ in range(20):
        left = 1.0 / (kernel @ right)
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(kernel @ right)` can be 0 where all of it underflows
        right = 1.0 / (kernel.T @ left + 1e-12)
    return (left[:, None] * kernel * right * cost).sum()


def given_cost_loss(cost, a, b, strength):
    kernel = torch.exp(-cost / strength)
    u = torch.ones_like(a)
    for _ in range(20):
        v = b / torch.matmul(kernel.t(), u)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.matmul(kernel.t(), u)` can be 0 where all of it underflows
        u = a / (kernel.mv(v) + 1e-12)
    return (u * v).sum()


def smoothed_loss(x, v):
    # Each is at no distance from itself, so one weight of each row is 1.
    kernel = torch.exp(-(torch.cdist(x, x) ** 2))
    spread = torch.exp(-((x[:, None] - x[None]) ** 2).sum(-1) / 2.0)
    return (kernel / kernel.sum(1, keepdim=True)).sum() + (v / (spread @ v)).sum()


def masked_loss(x, centres):
    weights = torch.exp(-(torch.cdist(x, centres) ** 2))
    return (weights / (weights.sum(1, keepdim=True) + 1e-8)).sum()


def bounded_loss(x):
    weights = torch.exp(-torch.sigmoid(x))
    return (weights / weights.sum(1, keepdim=True)).sum()


def shifted_loss(x):
    weights = torch.exp(x - x.max(1, keepdim=True)[0])
    return (weights / weights.sum(1, keepdim=True)).sum()
