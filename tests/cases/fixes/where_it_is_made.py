# Where a value has several uses it is bounded once, in the line that makes it.

import jax
import jax.numpy as jnp
import numpy as np
import torch
from keras import ops
from torch import nn


class Gaussian(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(8, 1)
        self.both = nn.Linear(8, 2)

    def likelihood(self, x, y):
        log_var = self.head(x)
        return (log_var + (x - y) ** 2 * torch.exp(-log_var)).mean()
        #                                ^^^^^^^^^^^^^^^^^^^ NAN104 information: `-log_var` comes from the output of a linear layer
        # fixed (unsafe): log_var = torch.clamp(self.head(x), min=-30.0)
        # adds: torch.clamp(
        # adds: , min=-30.0)
        # or (unsafe): torch.exp(torch.clamp(-log_var, max=30.0))

    def deviations(self, x, y):
        mean, log_var = self.both(x).chunk(2, dim=-1)
        std = torch.exp(0.5 * log_var)
        #     ^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `0.5 * log_var` comes from the output of a linear layer
        # fixed (unsafe): log_var = torch.clamp(log_var, max=60.0)
        # adds: log_var = torch.clamp(log_var, max=60.0)
        # or (unsafe): torch.exp(torch.clamp(0.5 * log_var, max=30.0))
        return log_var + ((x - mean) / std) ** 2
        #                 ^^^^^^^^^^^^^^^^ NAN102 information: `std` is an exponential
        # fixed (unsafe): log_var = torch.clamp(log_var, min=-30.0)
        # adds: log_var = torch.clamp(log_var, min=-30.0)
        # or (unsafe): (x - mean) / std.clamp(min=1e-7)
        # or (unsafe): (x - mean) / (std + 1e-8)

    def raw(self, x, y):
        p = self.head(x)
        return -(y * torch.log(p) + (1 - y) * torch.log(1 - p))
        #            ^^^^^^^^^^^^ NAN101 warning: `p` is the output of a linear layer, and nothing keeps it above 0
        # fixed (unsafe): nn.functional.logsigmoid(p)
        # or (unsafe): torch.log(torch.clamp(p, min=1e-10))
        #                                     ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p` comes from the output of a linear layer
        # fixed (unsafe): nn.functional.logsigmoid(-p)
        # or (unsafe): torch.log(torch.clamp(1 - p, min=1e-10))


def exponential_map(v):
    n = jnp.linalg.norm(v, axis=-1, keepdims=True)
    return jnp.sinh(n) * v / n
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 information: `n` is a norm
    # fixed: n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(v), axis=-1, keepdims=True), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(v), axis=-1, keepdims=True), 1e-12))


def cosine(a, b):
    na, nb = jnp.linalg.norm(a), jnp.linalg.norm(b)
    return jnp.dot(a, b) / (na * nb)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: ...a norm
    # fixed: na, nb = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(a)), 1e-12)), jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(b)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(a)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(b)), 1e-12))


def asked_for(v):
    n = ops.norm(v, axis=-1, keepdims=True)
    if n == 0:
        print("a vector of zeros")
    return v / n
    #      ^^^^^ NAN102 information: `n` is a norm
    # fixed (unsafe): n = ops.sqrt(ops.maximum(ops.sum(ops.square(v), axis=-1, keepdims=True), 1e-12))
    # adds: ops.sqrt(ops.maximum(ops.sum(ops.square(v), axis=-1, keepdims=True), 1e-12))


def spectral(m):
    n = jnp.linalg.norm(m, ord=2)
    return m / n
    #      ^^^^^ NAN102 information: `n` is a norm
    # fixed (unsafe): m / jnp.maximum(n, 1e-6)


def clamped(h):
    s = jnp.clip(h, -700.0, 700.0)
    return jnp.exp(s)
    #      ^^^^^^^^^^ NAN104 warning: `s` can be 700
    # fixed: s = jnp.clip(h, -700.0, 30.0)
    # adds: 30.0


def only_below_one(z):
    return jnp.log(jnp.minimum(jax.nn.softmax(z), 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: ...masks nothing
    # fixed: jnp.log(jnp.clip(jax.nn.softmax(z), 1e-10, 1.0))
    # or (unsafe): jnp.log(jnp.minimum(jax.nn.softmax(z), 1.0) + 1e-8)


def by_hand(s):
    e = np.exp(s)
    z = e.sum(axis=1, keepdims=True)
    return e / z
    #      ^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: e = np.exp(s - np.max(s, axis=1, keepdims=True))
    # adds: - np.max(s, axis=1, keepdims=True)


def by_hand_and_kept(s):
    e = np.exp(s)
    return e / e.sum(axis=1, keepdims=True), e
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: nothing


class Closed(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(8, 1)

    def likelihood(self, x, y):
        log_var = self.head(x)

        # Who else uses what another function made is not asked: the bound stays where the exponential is.
        def of(mean):
            return (log_var + (mean - y) ** 2 * torch.exp(-log_var)).mean()
            #                                   ^^^^^^^^^^^^^^^^^^^ NAN104 information: `-log_var` comes from the output of a linear layer
            # fixed (unsafe): torch.exp(torch.clamp(-log_var, max=30.0))

        return of(x)
