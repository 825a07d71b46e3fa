"""A uniform number whose dtype is named float64 is 0 once in 2**53 draws: nobody meets that."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def drawn(shape):
    return torch.log(torch.rand(shape, dtype=torch.float64))


def in_tensorflow(shape):
    return tf.math.log(tf.random.uniform(shape, dtype=tf.float64))


def in_jax(key, shape):
    return jnp.log(jax.random.uniform(key, shape, dtype=jnp.float64))


def draw(shape, dtype=None):
    return torch.rand(shape, dtype=dtype)


def through_a_helper(shape):
    return draw(shape, dtype=torch.float64).logit()


def in_single_precision(shape):
    return torch.log(draw(shape, dtype=torch.float32))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...a uniform random number
