"""Distances of each to each are exactly 0 on the diagonal, where their root is infinitely steep and a quotient Inf."""

import jax
import jax.numpy as jnp


@jax.jit
def repulsion(points):
    delta = points[:, None, :] - points[None, :, :]
    dist = jnp.sqrt(jnp.sum(delta**2, axis=-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.sum(…)` can be 0, as a pairwise difference can
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(delta**2, axis=-1), 1e-10))
    # or (unsafe): jnp.sqrt(jnp.sum(delta**2, axis=-1) + 1e-8)
    return jnp.sum(dist)


@jax.jit
def of_numbers(x):
    gap = jnp.abs(x[:, jnp.newaxis] - x[jnp.newaxis, :])
    return jnp.sum(1 / gap)
    #              ^^^^^^^ NAN102 warning: `gap` can be 0, as a pairwise difference can
    # fixed: 1 / jnp.maximum(gap, 1e-7)
    # or (unsafe): 1 / (gap + 1e-8)


@jax.jit
def bandwidth(x, indices):
    apart = (x[:, None] - x[None]) ** 2
    return x / jnp.median(apart[indices > indices[:, None]])


@jax.jit
def silent(x, y):
    delta = x[:, None] - y[None]
    own = x[:, None] - x[None]
    same = x[:, None] - x[:, None]
    squares = jnp.sum(own**2, axis=-1) + jnp.eye(x.shape[0])
    return jnp.exp(-(delta**2)), jnp.sqrt(squares + 1e-8), 1 / (1 + own**2), jnp.exp(-(own**2)), same
