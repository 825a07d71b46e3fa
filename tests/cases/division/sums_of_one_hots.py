# The sum of whole one-hot vectors is how many they are, and never 0; how often a class occurs may be 0.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F


def usage(i):
    m = F.one_hot(i, 5).float()
    return m.sum(0) / torch.sum(m), m / m.sum(-1, keepdim=True)


def means(i, x):
    m = F.one_hot(i, 5).float()
    return m.t() @ x / m.sum(0)[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `m.sum(0)[:, None]` is a count of each class and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def transposed(i):
    m = F.one_hot(i, 5).float().t()
    return m / m.sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `m.sum(-1, keepdim=True)` can be 0, as a one-hot vector can


def of_tensorflow(i):
    m = tf.one_hot(i, 5)
    return tf.reduce_sum(m, 0) / tf.reduce_sum(m), 1.0 / tf.reduce_mean(m)


def of_jax(i, x):
    m = jax.nn.one_hot(i, 5)
    return (m.T @ x) / jnp.sum(m, axis=0)[:, None], m.sum(0) / m.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sum(…)[…]` is a count of each class and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def masked(i, keep):
    m = F.one_hot(i, 5).float() * keep
    return m / m.sum()
    #      ^^^^^^^^^^^ NAN102 warning: `m.sum()` can be 0, as a one-hot vector can


def of_one_class(i):
    m = F.one_hot(i, 5).float()[:, 3]
    return m / m.sum()
    #      ^^^^^^^^^^^ NAN102 warning: `m.sum()` can be 0, as a one-hot vector can


class Routed:
    def shares(self, i):
        return self.normalized(F.one_hot(i, 5).float())

    def normalized(self, m):
        return m / torch.sum(m)


def along_what_is_passed(i, axis):
    m = F.one_hot(i, 5).float()
    return 1 / m.sum(axis)


def along_several(i):
    m = F.one_hot(i, 5).float()
    return 1 / m.sum((0, -1)) + 1 / m.sum((0, 1, 2))
    #                           ^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `m.sum((0, 1, 2))` is a count of each class and can be exactly 0
