"""What an object or a module holds counts as what it is: it begins with 0, whatever holds it and whatever axis is added."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import nn

CENTRES = jnp.linspace(0, 5, 16)
STEPS = torch.arange(16.0)
FROM_ONE = torch.arange(1, 16.0)
FILLED = torch.arange(16.0)
FILLED[0] = 1.0
SPACED = torch.linspace(0, 1, 11)


class Buffer(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("s", torch.linspace(0, 5, n))

    def forward(self, d):
        return d / self.s
        #      ^^^^^^^^^^ NAN102 warning: `self.s` holds 0: x / 0 is Inf or NaN; keep it away from 0

    def with_an_axis(self, d):
        return d / self.s[None]
        #      ^^^^^^^^^^^^^^^^ NAN102 warning: `self.s[None]` holds 0: x / 0 is Inf or NaN; keep it away from 0


class Frozen(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.fixed = nn.Parameter(torch.linspace(0, 5, n), requires_grad=False)

    def forward(self, d):
        return d / self.fixed
        #      ^^^^^^^^^^^^^^ NAN102 warning: `self.fixed` holds 0: x / 0 is Inf or NaN; keep it away from 0


class Counted(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("places", torch.arange(n).float())

    def forward(self, d):
        return d * torch.log(self.places)
        #          ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.places` holds 0: log(0) is -inf; keep it above 0


class ByDefault(nn.Module):
    def __init__(self, n, start=0.0, stop=5.0):
        super().__init__()
        self.register_buffer("grid", torch.linspace(start, stop, n))

    def forward(self, d):
        return d / self.grid
        #      ^^^^^^^^^^^^^ NAN102 warning: `self.grid` holds 0: x / 0 is Inf or NaN; keep it away from 0


def loss(w, x):
    return ((x @ w) / CENTRES).sum()
    #       ^^^^^^^^^^^^^^^^^ NAN102 warning: `CENTRES` holds 0: x / 0 is Inf or NaN; keep it away from 0


gradient = jax.grad(loss)


class Radial(nn.Module):
    def __init__(self, cutoff, n):
        super().__init__()
        self.register_buffer("r", torch.linspace(0, cutoff, n))
        self.places = torch.arange(n)

    def forward(self, d):
        return d / self.r.view(1, -1), d / self.r[None, :, None], d * torch.log(self.places[:, None].float())
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.r.view(1, -1)` holds 0: x / 0 is Inf or NaN; keep it away from 0
        #                              ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.r[None, :, None]` holds 0: x / 0 is Inf or NaN; keep it away from 0
        #                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.places[:, None].float()` holds 0: log(0) is -inf; keep it above 0


class Untrained(tf.keras.layers.Layer):
    def __init__(self, n):
        super().__init__()
        self.places = tf.range(n, dtype=tf.float32)
        self.row = tf.Variable(tf.linspace(0.0, 1.0, n), trainable=False)

    def call(self, x):
        return x / self.places[tf.newaxis, :] + x / self.row
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.places[tf.newaxis, :]` holds 0: x / 0 is Inf or NaN; keep it away from 0
        #                                       ^^^^^^^^^^^^ NAN102 warning: `self.row` holds 0: x / 0 is Inf or NaN; keep it away from 0


def by_step(model, x):
    return (model(x) / STEPS).sum().backward()
    #       ^^^^^^^^^^^^^^^^ NAN102 warning: `STEPS` holds 0: x / 0 is Inf or NaN; keep it away from 0


class Elsewhere(nn.Module):
    def __init__(self, start, stop, n, first=1):
        super().__init__()
        self.register_buffer("r", torch.linspace(start, stop, n))
        self.register_buffer("s", torch.arange(1, n + 1).float())
        self.register_buffer("u", torch.arange(first, n))
        self.trained = nn.Parameter(torch.linspace(0, 5, n))
        self.fixed = nn.Parameter(torch.linspace(1, 5, n), requires_grad=False)

    def forward(self, d):
        return d / self.r, d / self.s, d / self.fixed, d / self.u, d / self.trained[None]

    def moved(self, d):
        return torch.log(torch.arange(d.shape[0]) + 2), d / (self.r[1] - self.r[0]), d / (1 + self.s), d / self.s[1:]


def from_one(model, x):
    return (model(x) / FROM_ONE).sum().backward()


def filled(model, x):
    return (model(x) / FILLED).sum().backward()


def by_their_space(model, x):
    return (model(x) / (SPACED[1] - SPACED[0])).sum().backward()
