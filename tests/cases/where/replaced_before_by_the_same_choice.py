"""The operand was replaced by the very condition that chooses the result: both are masked, whatever names they have.

The condition was asked of the value before, under the same name; a choice by another condition masks nothing.
"""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def distance(a, b):
    square = jnp.sum(jnp.square(a - b))
    equal = jnp.equal(square, 0)
    square = jnp.where(equal, jnp.ones_like(square), square)
    return jnp.where(equal, jnp.sum(jnp.abs(a - b)), jnp.sqrt(square))


def share(a, b):
    n = jnp.sum(b)
    n = jnp.where(n == 0, 1.0, n)
    return jnp.where(n == 0, 0.0, a / n)


def kept(a, b):
    square = ((a - b) ** 2).sum(-1)
    positive = square > 0
    square = torch.where(positive, square, torch.ones_like(square))
    return torch.where(positive, square.sqrt(), torch.zeros_like(square))


def of_tensorflow(x, n):
    empty = tf.equal(n, 0.0)
    n = tf.where(empty, tf.ones_like(n), n)
    return tf.where(empty, tf.zeros_like(x), x / n)


def by_another_condition(a, b, mask):
    n = jnp.sum(b)
    n = jnp.where(mask, 1.0, n)
    return jnp.where(n == 0, 0.0, a / n)
    #                             ^^^^^ NAN302 warning: ...masks the value but leaves the gradient NaN where `n` is 0; mask it first


total = jax.grad(lambda a, b, m: distance(a, b) + share(a, b) + by_another_condition(a, b, m))
