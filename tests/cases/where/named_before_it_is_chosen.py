# A result that has a name, and is read for nothing but the choice below, is as good as written in it. What is also kept
# as it is, or computed with before the choice, is not followed to it yet.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn as nn


def masked_average(values, weights):
    total = tf.reduce_sum(weights, axis=1, keepdims=True)
    avg = tf.reduce_sum(values * weights[..., None], axis=1) / total
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN302 warning: `tf.where(…)` masks the value but leaves the gradient NaN where `total` is 0; mask it first
    return tf.where(total > 0, avg, tf.zeros_like(avg))


class SetEncoder(tf.keras.Model):
    def __init__(self, d):
        super().__init__()
        self.phi = tf.keras.layers.Dense(d)
        self.att = tf.keras.layers.Dense(1, activation="sigmoid")

    def call(self, x, mask):
        w = tf.squeeze(self.att(x), -1) * mask
        return masked_average(self.phi(x), w)


class Pool(nn.Module):
    def forward(self, x, n):
        a = x.sum(1) / n
        #   ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
        return torch.where(n > 0, a, torch.zeros_like(a))

    def logs(self, x):
        y = torch.log(x)
        #   ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
        y = torch.where(x == 0, 0.0, y)
        return y.sum()

    def chained(self, x, n):
        a = x.sum(1) / n  # FIXME: the gradient is NaN here too
        b = 2 * a
        return torch.where(n > 0, b, torch.zeros_like(b))

    def used(self, x, n):
        a = x.sum(1) / n  # FIXME: the gradient is NaN here too
        self.seen = a
        return torch.where(n > 0, a, torch.zeros_like(a))

    def filled(self, x, n):
        a = x.sum(1) / n
        #   ^^^^^^^^^^^^ NAN302 warning: `torch.masked_fill(a, n == 0, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
        return torch.masked_fill(a, n == 0, 0.0)

    def guarded(self, x, n):
        a = x.sum(1) / n.clamp(min=1)
        return torch.where(n > 0, a, torch.zeros_like(a))

    @torch.no_grad()
    def looked_at(self, x, n):
        a = x.sum(1) / n
        return torch.where(n > 0, a, torch.zeros_like(a))


def mean(x, n):
    a = x / n
    #   ^^^^^ NAN302 warning: `jnp.where(n > 0, a, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    return jnp.sum(jnp.where(n > 0, a, 0.0))


def forces(r):
    inv = 1.0 / r
    #     ^^^^^^^ NAN302 warning: `jnp.where(r == 0, 0.0, inv)` masks the value but leaves the gradient NaN where `r` is 0; mask it first
    inv = jnp.where(r == 0, 0.0, inv)
    return jnp.sum(inv**2)


g = [jax.grad(f) for f in (mean, forces)]
