"""A value that is assumed to be far out, though it is known to vary with another: that both are 0 at once is a guess."""

import jax
import jax.numpy as jnp


def between(start, width, r):
    left = jax.nn.relu(r - start)
    right = jax.nn.relu(width - left)
    return left / jnp.sqrt(left**3 + right**3)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sqrt(…)` can be 0


def apart(x, y):
    left, right = jax.nn.relu(x), jax.nn.relu(y)
    return left / jnp.sqrt(left**3 + right**3)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sqrt(…)` can be 0


def of_one_alone(x, width):
    left = jax.nn.relu(x)
    return x / jax.nn.relu(width - left)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jax.nn.relu(…)` is a ReLU
