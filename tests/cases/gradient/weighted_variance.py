"""The root of a variance of which only a part of the mean is taken is 0 where all errors are, and that of equal logarithms."""

import jax
import jax.numpy as jnp


def scale_invariant(predicted, depth, share):
    error = jnp.log(predicted) - jnp.log(depth)
    #       ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `predicted` stays above 0: log(0) is -inf
    # fixed: jnp.log(jnp.maximum(predicted, 1e-10))
    #                            ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `depth` stays above 0: log(0) is -inf
    # fixed: jnp.log(jnp.maximum(depth, 1e-10))
    return jnp.sqrt(jnp.mean(error**2) - share * jnp.mean(error) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.mean(…) - share *…ean(…) ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.mean(error**2) - share * jnp.mean(error) ** 2, 1e-10))


def with_known_share(error):
    return jnp.sqrt(jnp.mean(error**2) - 0.85 * jnp.mean(error) ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.mean(…) - 0.85 * j…ean(…) ** 2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.mean(error**2) - 0.85 * jnp.mean(error) ** 2, 1e-10))


def squared_logarithmic(predicted, target):
    return jnp.sqrt(jnp.mean((jnp.log1p(target) - jnp.log1p(predicted)) ** 2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.mean((…) ** 2)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.mean((jnp.log1p(target) - jnp.log1p(predicted)) ** 2), 1e-10))
    # or (unsafe): jnp.sqrt(jnp.mean((jnp.log1p(target) - jnp.log1p(predicted)) ** 2) + 1e-8)


def kept(error, share, target, other):
    floored = jnp.sqrt(jnp.maximum(jnp.mean(error**2) - share * jnp.mean(error) ** 2, 1e-8))
    different = jnp.sqrt(jnp.mean((jnp.log1p(target) - jnp.tanh(other) + 2.0) ** 2))
    return floored, different, jnp.mean(error**2) - 0.85 * jnp.mean(error) ** 2


def squared_before(error, share):
    return jnp.mean(error**2) - share * jnp.mean(error) ** 2


gradients = [jax.grad(each) for each in (scale_invariant, with_known_share, squared_logarithmic, kept, squared_before)]
