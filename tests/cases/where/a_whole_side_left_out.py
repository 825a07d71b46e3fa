# A condition may leave out more than the edge: below its bound the root is taken of what is below 0, and its gradient is
# NaN there although the choice gives something else. Where the operand is chosen first, or stays valid on the way, it
# is not; the gradient of a root in TensorFlow is 0 for a gradient of 0.

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
import torch.nn as nn


class BerHu(nn.Module):
    def __init__(self, c=0.2):
        super().__init__()
        self.c = c

    def forward(self, pred, target):
        diff = (pred - target).abs()
        far = torch.sqrt(2 * self.c * diff - self.c ** 2)
        #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `2 * self…** 2` is 0 or less; mask it first
        return torch.where(diff > self.c, far, diff).mean()


def plain(diff, opt):
    loss = torch.where(diff > 0.2, torch.sqrt(diff - 0.1), diff).mean()
    #                              ^^^^^^^^^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `diff - 0.1` is 0 or less; mask it first
    loss.backward()


def swapped(diff, opt):
    small = diff <= 0.2
    loss = torch.where(small, diff, (diff - 0.1) ** 0.5).mean()
    #                               ^^^^^^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `(diff - 0.1)` is 0 or less; mask it first
    loss.backward()


def filled(pred, y, opt):
    d = torch.abs(pred - y)
    r = torch.sqrt(d - 0.5)
    #   ^^^^^^^^^^^^^^^^^^^ NAN302 information: `r.masked_fill(…)` masks the value but leaves the gradient NaN where `d - 0.5` is 0 or less; mask it first
    loss = r.masked_fill(d < 1.0, 0.0).mean()
    loss.backward()


def berhu(p, x, y):
    d = jnp.abs(x @ p - y)
    return jnp.mean(jnp.where(d > 0.2, jnp.sqrt(0.4 * d - 0.04), d))
    #                                  ^^^^^^^^^^^^^^^^^^^^^^^^ NAN302 warning: `jnp.where(…)` masks the value but leaves the gradient NaN where `0.4 * d…0.04` is 0 or less; mask it first


def cut(p, x):
    r = x @ p
    return jnp.mean(jnp.where(r < 2.0, jnp.sqrt(3.0 - r), 0.0))
    #                                  ^^^^^^^^^^^^^^^^^ NAN302 warning: `jnp.where(…)` masks the value but leaves the gradient NaN where `3.0 - r` is below 0; mask it first


g = [jax.grad(f) for f in (berhu, cut)]


def far_enough(diff):
    loss = torch.where(diff > 0.2, torch.sqrt(diff + 100.0), diff).mean()
    loss.backward()


def double(diff):
    safe = torch.where(diff > 0.2, diff, torch.ones_like(diff))
    loss = torch.where(diff > 0.2, torch.sqrt(safe - 0.1), diff).mean()
    loss.backward()


def clamped(p, y):
    diff = (p - y).abs()
    loss = torch.where(diff > 0.2, torch.sqrt(diff.clamp(min=0.2) - 0.1), diff).mean()
    loss.backward()


def never(p, y):
    diff = (p - y).abs() + 1.0
    loss = torch.where(diff > 2.0, torch.sqrt(diff - 0.1), diff).mean()
    loss.backward()


def array(d):
    return np.where(d > 0.2, np.sqrt(d - 0.1), d)


def forgiving(model, x, y):
    with tf.GradientTape() as tape:
        d = tf.abs(model(x) - y)
        loss = tf.reduce_mean(tf.where(d > 0.2, tf.sqrt(0.4 * d - 0.04), d))
    return tape.gradient(loss, model.trainable_variables)


def taken_in(p, y):
    diff = (p - y).abs()
    loss = torch.where(diff < 0.2, torch.sqrt(diff + 0.1), diff).mean()
    loss.backward()
