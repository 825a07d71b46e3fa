"""A row of JAX's weights underflows as a row of PyTorch's does; a softmax by hand, which takes the largest away, does not."""

import jax
import jax.numpy as jnp


def assignment_loss(x, centres):
    weights = jnp.exp(-jnp.sum((x[:, None] - centres) ** 2, -1))
    return jnp.sum(weights / jnp.sum(weights, 1, keepdims=True))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sum(…)` can be 0 where all of it underflows


def shifted_loss(x):
    weights = jnp.exp(x - jnp.max(x, 1, keepdims=True))
    return jnp.sum(weights / jnp.sum(weights, 1, keepdims=True))


gradients = jax.grad(assignment_loss), jax.grad(shifted_loss)
