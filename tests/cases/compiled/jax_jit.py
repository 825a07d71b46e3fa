# XLA moves an epsilon into the constant of `1 - p + 1e-8`, which swallows it; a difference of two tensors it leaves.

from functools import partial

import jax
import jax.numpy as jnp


@jax.jit
def decorated(z):
    p = jax.nn.sigmoid(z)
    return jnp.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled
    # fixed: jnp.log(jnp.maximum(1 - p, 1e-7))


@partial(jax.jit, static_argnums=0)
def partially(n, z):
    p = jax.nn.sigmoid(z)
    return jnp.log(1e-8 + (1 - p))
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1e-8 + (1 - p)` loses its mask when compiled
    # fixed: jnp.log(jnp.maximum(1 - p, 1e-7))


def wrapped(z):
    p = jax.nn.sigmoid(z)
    return jnp.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled
    # fixed: jnp.log(jnp.maximum(1 - p, 1e-7))


step = jax.jit(wrapped)


@jax.jit
def only_with_a_constant(x: jax.Array):
    return (x - jnp.min(x)) / (jnp.max(x) - jnp.min(x) + 1e-8)


def perhaps(z):
    p = jax.nn.sigmoid(z)
    return jnp.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN203 information: `1 - p + 1e-8` loses its mask when compiled
    # fixed: jnp.log(jnp.maximum(1 - p, 1e-7))


def called_by_what_is_compiled(z):
    p = jax.nn.sigmoid(z)
    return jnp.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled


def far_below_what_is_compiled(z):
    p = jax.nn.sigmoid(z)
    # FIXME: it is as certain, but so many callers are not asked
    return jnp.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN203 information: `1 - p + 1e-8` loses its mask when compiled


def lowest(z):
    return far_below_what_is_compiled(z)


def middle(z):
    return lowest(z) + called_by_what_is_compiled(z)


@jax.jit
def compiled(z):
    return middle(z)


@jax.jit
def a_norm_without_its_mask(z):
    # Its value is right; where all are saturated, its gradient is not: nothing is said of that (FIXME).
    p = jax.nn.sigmoid(z)
    return jnp.linalg.norm(1 - p + 1e-8)
