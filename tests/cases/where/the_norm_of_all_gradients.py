"""Gradients are clipped by the norm of all of them, when they are there: nobody takes the derivative of the choice.

Of the norm of one vector of features somebody does.
"""

import jax
import jax.numpy as jnp
import optax


def clipped(updates, largest):
    norm = optax.global_norm(updates)
    is_small = norm < largest
    return jax.tree_util.tree_map(lambda each: jnp.where(is_small, each, each / norm * largest), updates)


def kept_in_a_ball(x, largest):
    norm = jnp.linalg.norm(x, axis=-1, keepdims=True)
    return jnp.where(norm < largest, x, x / norm * largest)
    #                                   ^^^^^^^^ NAN302 information: `jnp.where(…)` masks the value but leaves the gradient NaN where `norm` is 0; mask it first
