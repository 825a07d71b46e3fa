"""Each of these excludes the 0 that it asks for: a mask negated, two at once, a comparison of bounds, a write through it."""

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


def negated(x):
    n = F.relu(x).norm(dim=1)
    small = n < 1e-6
    return 1 / n[~small], 1 / n[torch.logical_not(small)]


def both(x, y):
    a, b = np.maximum(x, 0), np.maximum(y, 0)
    ok = (a > 0) & (b > 0)
    return np.log(a[ok]), np.log(b[ok] * a[ok])


def as_a_factor(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = ((a > 0) & (b > 0)).float()
    return torch.log(a * ok + (1 - ok))


def if_it_is_above(x):
    y = torch.relu(x)
    low, high = y.min(), y.max()
    if high > low:
        y = (y - low) / (high - low)
    return y


def if_it_is_zero(x):
    y = torch.relu(x)
    low, high = y.min(), y.max()
    if high - low == 0:
        return y
    return (y - low) / (high - low)


def asserted(x):
    y = torch.relu(x)
    low, high = y.min(), y.max()
    assert high > low
    return (y - low) / (high - low)


def chosen(x):
    y = torch.relu(x)
    low, high = y.min(), y.max()
    return (y - low) / (high - low) if high > low else y


def by_a_graph(x):
    y = tf.nn.relu(x)
    low, high = tf.reduce_min(y), tf.reduce_max(y)
    return tf.cond(high > low, lambda: (y - low) / (high - low), lambda: y)


def by_a_traced_condition(x):
    y = jax.nn.relu(x)
    low, high = y.min(), y.max()
    return jax.lax.cond(high > low, lambda v: (v - low) / (high - low), lambda v: v, y)


def written_where_it_holds(x):
    y = np.maximum(x, 0)
    out = np.zeros_like(y)
    m = y > 0
    out[m] = np.log(y[m])
    return out


def rows_that_sum_to_one(x):
    p = jax.nn.softmax(x)
    return 1 / jnp.diagonal(p @ p.T), jnp.log((p * p).sum(-1))


def corners(x):
    return x / np.identity(4)[3, 3], x / torch.eye(4)[3, 3]


def of_a_factor(k):
    factor = torch.linalg.cholesky(k)
    return torch.log(torch.diagonal(factor)), factor.diagonal().log()


def mixed(x, u=0.01):
    p = torch.softmax(x, -1)
    return torch.log((1 - u) * p + u / p.shape[-1])


class Activated(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(3, 4)
        self.activation = lambda x: F.softplus(x) + 1e-3

    def forward(self, x):
        return torch.log(self.activation(self.inner(x)))
