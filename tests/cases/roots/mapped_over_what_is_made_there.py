"""Distances of all pairs, by mapping twice over what is made where it is mapped."""

import jax
import jax.numpy as jnp


def of_points_made_here(encode, images):
    points, centres = encode(images), jnp.zeros((3, 2))
    return jax.vmap(lambda a: jax.vmap(lambda b: jnp.sqrt(jnp.sum((a - b) ** 2)))(points))(centres)
    #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum((a - b) ** 2)` stays above 0: sqrt has an infinite gradient at 0


def of_the_same_points_made_here(encode, images):
    points = encode(images)
    return jax.vmap(lambda a: jax.vmap(lambda b: jnp.sqrt(jnp.sum((a - b) ** 2)))(points))(points)
    #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.sum((a - b) ** 2)` can be 0, as a difference of each with each can: sqrt has an infinite gradient at 0


def of_points_made_in_one_of_two_ways(encode, images, is_flat):
    if is_flat:
        points = encode(images)
    else:
        points = encode(images)[0]
    centres = encode(images[0])
    return jax.vmap(lambda a: jax.vmap(lambda b: jnp.sqrt(jnp.sum((a - b) ** 2)))(points))(centres)
    #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum((a - b) ** 2)` stays above 0: sqrt has an infinite gradient at 0


def within_a_function_that_is_not_mapped(xs, point):
    def to_all(one):
        return jax.vmap(lambda other: jnp.sqrt(jnp.sum((one - other) ** 2)))(xs)
        #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum((one - other) ** 2)` stays above 0: sqrt has an infinite gradient at 0

    return to_all(point)


def to_one_that_is_made_here(encode, images, image):
    centre = encode(image)
    return jax.vmap(lambda a: jnp.sqrt(jnp.sum((a - centre) ** 2)))(encode(images))
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum((a - centre) ** 2)` stays above 0: sqrt has an infinite gradient at 0


def to_one_that_is_made_here_the_other_way_round(encode, images, image):
    centre = encode(image)
    return jax.vmap(lambda a: jnp.sqrt(jnp.sum((centre - a) ** 2)))(encode(images))
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum((centre - a) ** 2)` stays above 0: sqrt has an infinite gradient at 0
