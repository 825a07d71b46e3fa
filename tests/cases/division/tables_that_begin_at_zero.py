"""What an object or a module holds counts as what it is: it begins with 0, whatever holds it and whatever axis is added."""

import jax
import jax.numpy as jnp
import torch
from torch import nn

CENTRES = jnp.linspace(0, 5, 16)


class Buffer(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("s", torch.linspace(0, 5, n))

    def forward(self, d):
        return d / self.s
        #      ^^^^^^^^^^ NAN102 warning: `self.s` holds 0: x / 0 is Inf or NaN; keep it away from 0

    def with_an_axis(self, d):
        # FIXME: a warning
        return d / self.s[None]


class Frozen(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.fixed = nn.Parameter(torch.linspace(0, 5, n), requires_grad=False)

    def forward(self, d):
        # FIXME: a warning
        return d / self.fixed


class Counted(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("places", torch.arange(n).float())

    def forward(self, d):
        # FIXME: a warning: a range begins with 0, however long it is
        return d * torch.log(self.places)


class ByDefault(nn.Module):
    def __init__(self, n, start=0.0, stop=5.0):
        super().__init__()
        self.register_buffer("grid", torch.linspace(start, stop, n))

    def forward(self, d):
        # FIXME: a default argument counts as what it is
        return d / self.grid


def loss(w, x):
    # FIXME: a warning
    return ((x @ w) / CENTRES).sum()


gradient = jax.grad(loss)
