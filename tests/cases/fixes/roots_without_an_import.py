# A root is not written anew where that takes another import: a mask is.

from jax.numpy.linalg import norm


def normalised(x):
    return x / norm(x)
    #      ^^^^^^^^^^^ NAN102 information: `norm(x)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): x / jnp.maximum(norm(x), 1e-6)
    # adds: import jax.numpy as jnp
    # from: `norm(x)` made here, exactly 0 for a vector of zeros
