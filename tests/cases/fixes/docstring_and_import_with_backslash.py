# A new import stands behind the docstring, and behind an import that goes on after a backslash.

"""Losses."""

from jax.numpy import \
    log, exp
from jax.nn import softmax


def loss(x):
    return log(softmax(x)) + exp(x)
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x)` is a softmax
    # fixed: jax.nn.log_softmax(x)
    # adds: import jax
    # or: log(jnp.clip(softmax(x), 1e-10, 1.0))
