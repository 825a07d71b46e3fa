"""A choice between something unknown and 1 is as likely 0 as the unknown is, where the condition asks for something else."""

import jax.numpy as jnp
import tensorflow as tf
import torch


def chosen(p, c):
    # FIXME: information: nothing says that `c` has to do with `p`
    return torch.log(torch.where(c, p, 1))


def in_tensorflow(p, c):
    # FIXME: information
    return tf.math.log(tf.where(c, p, 1.0))


def in_jax(p, c):
    # FIXME: information
    return jnp.log(jnp.where(c, p, jnp.ones_like(p)))


def filled(p, c):
    # FIXME: information
    return torch.log(p.masked_fill(c, 1.0))


def a_size(p, c):
    # FIXME: information, as of `torch.log(p.abs())`
    return torch.log(torch.where(c, p.abs(), 1))


def of_a_softmax(x, c):
    return torch.log(torch.where(c, torch.softmax(x, -1), 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.where(c, torch.softmax(x, -1), 1)` can be 0, as a softmax can: log(0) is -inf; keep it above 0
