"""A norm, a deviation or a variance of what nothing is known of may be 0: information. What the source expects is more."""

import jax.numpy as jnp
import tensorflow as tf
import torch


def directions(r):
    d = torch.norm(r, dim=1, keepdim=True)
    return r / d
    #      ^^^^^ NAN102 information: `d` is a norm


def standardised(x):
    return (x - jnp.mean(x, 0)) / jnp.std(x, 0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.std(x, 0)` is a standard deviation


def scaled(x):
    return tf.math.rsqrt(tf.math.reduce_variance(x, axis=0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 information: ...a variance


def random_numbers(n):
    g = torch.randn(n)
    g -= torch.min(g)
    return g / torch.max(g)


def uniform_shifted(shape):
    u = torch.rand(shape) - 0.5
    return 1.0 / (0.5 - u.abs())
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: ...a uniform random number


def expected(w, at_zero):
    size = jnp.linalg.norm(w, axis=-1)
    scaled = 3.0 * size
    regular = jnp.exp(2.0 * jnp.log(scaled))
    #                       ^^^^^^^^^^^^^^^ NAN101 warning: ...a norm
    return jnp.where(size < 1e-8, at_zero, regular)
