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


def apart(a, b):
    return jnp.linalg.norm(a - b)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `a - b` is a difference of each with each and can be exactly 0: the gradient of a norm is NaN at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(a - b)), 1e-12))
    # from: `a - b` made here, exactly 0 where an element meets itself


def by_two_maps(points):
    return jax.vmap(jax.vmap(apart, (None, 0)), (0, None))(points, points)


push = jax.grad(lambda points: jnp.sum(jnp.exp(-by_two_maps(points))))


def gap(a, b):
    return jnp.sqrt(jnp.sum((a - b) ** 2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.sum((a - b) ** 2)` can be 0, as a difference of each with each can: sqrt has an infinite gradient at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum((a - b) ** 2), 1e-10))
    # or (unsafe): jnp.sqrt(jnp.sum((a - b) ** 2) + 1e-8)
    # from: `a - b` made here, exactly 0 where an element meets itself


def by_a_map_in_a_lambda(points):
    return jax.vmap(lambda p: jax.vmap(gap, in_axes=(None, 0))(p, points))(points)


spread = jax.grad(lambda points: jnp.sum(jnp.exp(-by_a_map_in_a_lambda(points))))


def of_a_held_lambda(points):
    length = lambda a, b: jnp.linalg.norm(a - b)
    #                     ^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `a - b` is a difference of each with each and can be exactly 0: the gradient of a norm is NaN at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(a - b)), 1e-12))
    # from: `a - b` made here, exactly 0 where an element meets itself
    return jnp.sum(jax.vmap(lambda p: jax.vmap(lambda q: length(p, q))(points))(points))


lengthen = jax.grad(of_a_held_lambda)


def of_a_map_that_is_held(points):
    def between(a, b):
        return jnp.linalg.norm(a - b)
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `a - b` is a difference of each with each and can be exactly 0: the gradient of a norm is NaN at 0
        # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(a - b)), 1e-12))
        # from: `a - b` made here, exactly 0 where an element meets itself

    row = jax.vmap(between, in_axes=(None, 0))
    return jnp.sum(jax.vmap(row, in_axes=(0, None))(points, points))


shorten = jax.grad(of_a_map_that_is_held)


def of_two_sets(points, centres):
    reach = lambda a, b: jnp.linalg.norm(a - b)
    #                    ^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a - b` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(a - b)), 1e-12))
    return jnp.sum(jax.vmap(lambda p: jax.vmap(lambda c: reach(p, c))(centres))(points))


gather = jax.grad(of_two_sets)
