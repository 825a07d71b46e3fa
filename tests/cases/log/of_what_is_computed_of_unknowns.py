"""Knowing that a square is never negative is no reason to say less than of something of which nothing is known."""

import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F


def may_be_zero(x, y, n):
    a = torch.log(torch.abs(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.abs(x)` stays above 0
    b = torch.log(x ** 2)
    #   ^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x ** 2` stays above 0
    c = tf.math.log(tf.reduce_sum(x * x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.reduce_sum(x * x)` stays above 0
    d = jnp.log(jnp.mean((x - y) ** 2))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `jnp.mean((x - y) ** 2)` stays above 0
    e = torch.log(F.mse_loss(x, y))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `F.mse_loss(x, y)` stays above 0
    f = torch.log(torch.bincount(x) / n.shape[0])
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.bincount(x) / n.shape[0]` can be 0, as a count of each value can
    return a, b, c, d, e, f


def may_be_negative(x, a):
    b = torch.log(1 - a ** 2 + 1e-6)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - a ** 2 + 1e-6` stays above 0
    c = torch.log(torch.exp(x) - 1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.exp(x) - 1` stays above 0
    return b, c


def never_zero(x, a, eps=1e-6):
    b = torch.log(torch.abs(x) + 1e-8)
    c = torch.log(x ** 2 + eps)
    d = torch.log(1 + a ** 2)
    e = torch.log(torch.abs(x).clamp(min=1e-6))
    f = torch.log(1 - torch.tanh(a) ** 2 + 1e-6)
    return b, c, d, e, f


def an_exponential_is_near_zero_and_not_there(x):
    return torch.log(torch.exp(x))


def belongs_together(a, b):
    a, b = a.abs(), b.abs()
    return torch.log(a * b - a * b + 1)


def only_compared(x):
    return (torch.log(torch.abs(x)) > 25.0).any()


def what_a_mask_leaves(x):
    middle = ~((x < -0.9) | (x > 0.9))
    return torch.log(1 - x[middle] ** 2)


def numbers_of_python(x):
    return torch.log(torch.ones(3)), jnp.log(len(x))
