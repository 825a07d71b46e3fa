"""The root of a variance is a deviation, whether it is that of each column or of all: 0 where all elements are equal."""

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
from torch import nn


class Loss(nn.Module):
    def forward(self, y):
        a = y / y.std()
        #   ^^^^^^^^^^^ NAN102 information: `y.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        b = y / torch.sqrt(y.var(0))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt(y.var(0))` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
        #       ^^^^^^^^^^^^^^^^^^^^ NAN301 information: `y.var(0)` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
        c = y / torch.sqrt(y.var())
        #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt(y.var())` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        d = y / torch.var(y).sqrt()
        #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.var(y).sqrt()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        v, m = torch.var_mean(y)
        e = (y - m) / v.sqrt()
        #   ^^^^^^^^^^^^^^^^^^ NAN102 information: `v.sqrt()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        return a + b + c + d + e


class InTensorFlow(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        v = tf.math.reduce_variance(y_pred)
        return (y_pred - y_true) / tf.sqrt(v)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.sqrt(v)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def loss(w, x):
    h = x @ w
    return jnp.mean(h / jnp.sqrt(h.var()) + h / h.var() ** 0.5)
    #               ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sqrt(h.var())` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    #                                       ^^^^^^^^^^^^^^^^^^ NAN102 information: `h.var() ** 0.5` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


gradient = jax.grad(loss)


class Masked(nn.Module):
    def forward(self, y):
        return y / torch.sqrt(y.var() + 1e-8), y / torch.sqrt(y.var()).clamp(min=1e-6), y / (y.var().sqrt() + 1e-5)
        #                                          ^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `y.var()` stays above 0: sqrt has an infinite gradient at 0
        #                                                                                    ^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `y.var()` stays above 0: sqrt has an infinite gradient at 0

    def explained(self, y, target):
        return 1 - (target - y).var() / target.var()


def looked_at(table):
    return (table - np.mean(table)) / np.sqrt(np.var(table))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.sqrt(np.var(table))` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN


def looked_at_as_well(table):
    return (table - np.mean(table)) / np.std(table)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.std(table)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
