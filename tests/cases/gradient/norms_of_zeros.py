"""A norm is finite at 0 and its derivative is NaN there, in JAX, TensorFlow and Keras; so is that of a deviation."""

import jax
import jax.numpy as jnp


def repulsion(pos):
    d = jnp.linalg.norm(pos[:, None, :] - pos[None, :, :], axis=-1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `pos[…] - pos[…]` is a pairwise difference and can be exactly 0: the gradient of a norm is NaN at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(pos[:, None, :] - pos[None, :, :]), axis=-1), 1e-12))
    return jnp.sum(jnp.exp(-d))


def repulsion_with_a_floor(pos):
    squares = jnp.sum((pos[:, None, :] - pos[None, :, :]) ** 2, axis=-1)
    return jnp.sum(jnp.exp(-jnp.sqrt(squares + 1e-12)))


def kernel(a, b):
    return jnp.exp(-jnp.linalg.norm(a - b))
    #               ^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a - b` is not all 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(a - b)), 1e-12))


def diversity_loss(params, x):
    h = jax.nn.gelu(x @ params["w"])
    return jnp.mean(jnp.maximum(0.0, 1.0 - jnp.std(h, axis=0)))
    #                                      ^^^^^^^^^^^^^^^^^^ NAN301 information: `h` is a GELU
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.var(h, axis=0), 1e-12))


def prepared(table):
    """Nothing is trained through what prepares data, and orders other than 2 are no roots."""
    return jnp.std(table, axis=0), jnp.linalg.norm(table), jnp.linalg.norm(table - 1.0, ord=1)


def report_metrics(a, b):
    return jax.lax.stop_gradient(jnp.linalg.norm(a))


step = jax.grad(diversity_loss)
