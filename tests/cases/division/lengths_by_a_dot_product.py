"""The length of a vector is the root of its dot product with itself: 0 where a ReLU cuts all of it off."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def by_a_sum(x):
    y = torch.relu(x)
    return y / torch.sqrt((y * y).sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((y * y).sum())` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0


def by_a_dot_product(x):
    y = torch.relu(x)
    # FIXME: as above
    return y / torch.sqrt(torch.dot(y, y))


def by_an_operator(x):
    y = jax.nn.relu(x)
    # FIXME: here too
    return y / jnp.sqrt(y @ y), y / jnp.sqrt(jnp.vdot(y, y)), y / jnp.sqrt(y.dot(y))


def in_tensorflow(x):
    y = tf.nn.relu(x)
    # FIXME: here too
    return y / tf.sqrt(tf.tensordot(y, y, 1))
