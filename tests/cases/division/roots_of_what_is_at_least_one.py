# A root that is bounded by 0 for safety of what is at least 1 by its nature: (1 + 2a)(1 + 2b) - 4c**2 with c**2 <= ab, as
# of a kernel and its covariance. That c**2 <= ab is not in the source.

import jax.numpy as jnp


def root(x, least=0.0):
    return jnp.sqrt(jnp.maximum(x, least))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `jnp.maximum(x, least)` can be 0: sqrt has an infinite gradient at 0; keep it above 0


def diagonal(kernel):
    width = 1 + 4 * kernel
    # FIXME: it is above 1: a kernel is never negative
    return (1 - jnp.exp(-2 * kernel / width)) / (2 * root(width))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(2 * root(width))` can be 0, as a square root is for an input of 0: x / 0 is Inf or NaN; keep it away from 0


def of_errors(first, second, kernel, tangent):
    both = (1 + 2 * first) * (1 + 2 * second)
    # FIXME: it is at least 1, by the inequality of Cauchy and Schwarz
    return tangent * 2 / root(both - 4 * kernel**2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `root(…)` is a square root, exactly 0 for an input of 0: x / 0 is Inf or NaN; keep it away from 0
