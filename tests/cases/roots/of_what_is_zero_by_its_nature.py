"""A root of a sum of squares or of a loss is infinitely steep where these are 0: possible, and told where nobody divides by it."""

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
from torch import nn


def metres(y_true, y_pred):
    dx = y_true[:, 0] - y_pred[:, 0]
    dy = y_true[:, 1] - y_pred[:, 1]
    return tf.reduce_mean(tf.sqrt(tf.add(tf.square(dx), tf.square(dy))))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.add(tf.square(…), tf.square(…))` stays above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.add(tf.square(dx), tf.square(dy)), 1e-10))
    # or (unsafe): tf.sqrt(tf.add(tf.square(dx), tf.square(dy)) + 1e-8)


class RootOfLoss(nn.Module):
    def __init__(self):
        super().__init__()
        self.mse = nn.MSELoss()

    def forward(self, p, t):
        return torch.sqrt(self.mse(p, t)) + torch.sqrt(self.mse(p, t) + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `self.mse(p, t)` stays above 0
        # fixed (unsafe): torch.sqrt(torch.clamp(self.mse(p, t), min=1e-10))
        # or (unsafe): torch.sqrt(self.mse(p, t) + 1e-8)


@jax.jit
def of_a_mean(x, y):
    return jnp.sqrt(jnp.mean((x - y) ** 2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.mean((x - y) ** 2)` stays above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.mean((x - y) ** 2), 1e-10))
    # or (unsafe): jnp.sqrt(jnp.mean((x - y) ** 2) + 1e-8)


@jax.jit
def matern(x, y, scale):
    return jnp.exp(-jnp.sqrt(jnp.sum(((x - y) / scale) ** 2)))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum(((x - y) / scale) ** 2)` stays above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(((x - y) / scale) ** 2), 1e-10))
    # or (unsafe): jnp.sqrt(jnp.sum(((x - y) / scale) ** 2) + 1e-8)


@jax.jit
def a_share_of_itself(x, scale):
    return jnp.sqrt(jnp.sum((x / (x + scale)) ** 2))


def told_of_the_division(x):
    n = torch.sqrt((x**2).sum(-1, keepdim=True))
    return x / n
    #      ^^^^^ NAN102 warning: `n` is a norm
    # fixed: n = torch.sqrt(torch.clamp((x**2).sum(-1, keepdim=True), min=1e-12))
    # adds: torch.clamp(
    # adds: , min=1e-12)


def silent(x, y, gx, gy):
    with torch.no_grad():
        a = torch.sqrt((x**2).sum())
    b = torch.sqrt((x.detach() ** 2).sum())
    c = np.sqrt(np.sum(np.asarray(y) ** 2))
    return a, b, c, torch.sqrt(gx * gx + gy * gy + 1e-6), torch.sqrt(x.exp()), torch.sqrt(torch.clamp(gx**2, min=1e-7))
