"""Losses."""

from jax.numpy import \
    log, exp
from jax.nn import softmax


def loss(x):
    return log(softmax(x)) + exp(x)
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x)` is a softmax
    # fixed: log(jnp.clip(softmax(x), 1e-10, 1.0))
    # adds: import jax.numpy as jnp
