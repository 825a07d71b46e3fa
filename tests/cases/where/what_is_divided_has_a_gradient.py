"""A relu stops the derivative by the divisor that it makes; that by what is divided is 0 / 0 where the divisor is 0."""

import jax
import jax.numpy as jnp
import torch
from torch import nn


class Chosen(nn.Module):
    def __init__(self):
        super().__init__()
        self.value, self.gate = nn.Linear(8, 8), nn.Linear(8, 8)

    def forward(self, x):
        h, w = self.value(x), torch.relu(self.gate(x))
        return torch.where(w > 0, h / w, torch.zeros_like(h))
        #                         ^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `w` is 0; mask it first


class Filled(nn.Module):
    def __init__(self):
        super().__init__()
        self.value, self.gate = nn.Linear(8, 8), nn.Linear(8, 8)

    def forward(self, x):
        h, w = self.value(x), torch.relu(self.gate(x))
        y = h / w
        #   ^^^^^ NAN302 warning: `y.masked_fill(w == 0, 0.0)` masks the value but leaves the gradient NaN where `w` is 0; mask it first
        return y.masked_fill(w == 0, 0.0)


class Cleaned(nn.Module):
    def __init__(self):
        super().__init__()
        self.value, self.gate = nn.Linear(8, 8), nn.Linear(8, 8)

    def forward(self, x):
        h, w = self.value(x), torch.relu(self.gate(x)).sum(-1, keepdim=True)
        return torch.nan_to_num(h / w, 0.0)
        #                       ^^^^^ NAN202 warning: `torch.nan_to_num(h / w, 0.0)` repairs the value but leaves the gradient NaN where `w` is 0; mask it first


def loss(params, x):
    h, w = x @ params["value"], jax.nn.relu(x @ params["gate"])
    return jnp.where(w > 0, h / w, 0.0).sum()
    #                       ^^^^^ NAN302 warning: `jnp.where(w > 0, h / w, 0.0)` masks the value but leaves the gradient NaN where `w` is 0; mask it first


step = jax.grad(loss)


# What is divided has no derivative, or one that the same relu stops.
class OfItself(nn.Module):
    def __init__(self):
        super().__init__()
        self.gate = nn.Linear(8, 8)

    def forward(self, x):
        w = torch.relu(self.gate(x))
        s = w.sum(-1, keepdim=True)
        return torch.where(s > 0, w / s, torch.zeros_like(w))


class OfANumber(nn.Module):
    def __init__(self):
        super().__init__()
        self.gate = nn.Linear(8, 8)

    def forward(self, x):
        w = torch.relu(self.gate(x))
        return torch.where(w > 0, 1 / w, torch.zeros_like(w))


class Detached(nn.Module):
    def __init__(self):
        super().__init__()
        self.value, self.gate = nn.Linear(8, 8), nn.Linear(8, 8)

    def forward(self, x):
        h, w = self.value(x).detach(), torch.relu(self.gate(x))
        return torch.where(w > 0, h / w, torch.zeros_like(h))


# The divisor is chosen before.
class Before(nn.Module):
    def __init__(self):
        super().__init__()
        self.value, self.gate = nn.Linear(8, 8), nn.Linear(8, 8)

    def forward(self, x):
        h, w = self.value(x), torch.relu(self.gate(x))
        return torch.where(w > 0, h / torch.where(w > 0, w, torch.ones_like(w)), torch.zeros_like(h))
