# A variance as the mean of squares less the square of the mean is 0 for a column that is constant, or below 0 by rounding.

import jax.numpy as jnp
import torch


def standardised(frames):
    n = frames.shape[0]
    mean = jnp.sum(frames, axis=0) / n
    std = jnp.sqrt(jnp.sum(frames**2, axis=0) / n - mean**2)
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `jnp.sum(…) / n - mean**2` is a difference of squares and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: jnp.sqrt(jnp.maximum(jnp.sum(frames**2, axis=0) / n - mean**2, 1e-10))
    # from: `jnp.sum(frames**2, axis=0) / n - mean**2` made here, below 0 by rounding, where both are nearly equal
    return (frames - mean) / std
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `std` can be 0, as a difference of squares can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: std = jnp.sqrt(jnp.maximum(jnp.sum(frames**2, axis=0) / n - mean**2, 1e-12))
    # adds: jnp.maximum(
    # adds: , 1e-12)
    # from: `jnp.sum(frames**2, axis=0) / n - mean**2` made here, exactly 0 where all elements are equal
    # from: `jnp.sqrt(jnp.sum(frames**2, axis=0) / n - mean**2)` made here, values in [0, inf]


# A square that is taken from something else is no variance.


def to_the_hyperboloid(x, c):
    k = 1.0 / c
    squares = torch.norm(x, dim=1, keepdim=True) ** 2
    return (k + squares) / (k - squares)
