# A distance that is mapped over all pairs is asked of each point and itself as well: its root is 0 there. A function of
# two different sets of points need never meet the same point twice.

import jax
import jax.numpy as jnp


def separation(a, b):
    return jnp.sqrt(jnp.sum((a - b) ** 2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.sum((a - b) ** 2)` can be 0, as a difference of each with each can


def all_pairs(points):
    return jax.vmap(lambda p: jax.vmap(lambda q: separation(p, q))(points))(points)


pull = jax.grad(lambda points: jnp.sum(jnp.exp(-all_pairs(points))))


def distance(a, b):
    return jnp.linalg.norm(a - b)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a - b` is not all 0


def to_centres(points, centres):
    return jax.vmap(lambda p: jax.vmap(lambda c: distance(p, c))(centres))(points)


assign = jax.grad(lambda points, centres: jnp.sum(to_centres(points, centres)))
