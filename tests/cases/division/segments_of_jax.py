"""JAX counts what falls into each segment as TensorFlow does: an empty one has none."""

import jax
import jax.numpy as jnp


@jax.jit
def pooled(x, segments):
    total = jax.ops.segment_sum(x, segments, num_segments=8)
    count = jax.ops.segment_sum(jnp.ones(len(segments)), segments, num_segments=8)
    return total / count[:, None], total / jnp.maximum(count, 1.0)[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `count[:, None]` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: total / jnp.maximum(count[:, None], 1.0)
    # or (unsafe): total / (count[:, None] + 1e-8)
    # from: `jax.ops.segment_sum(jnp.ones(len(segments)), segments, num_segments=8)` made here, exactly 0 for values that do not occur


def of_each(x, segments):
    count = jax.ops.segment_sum(jnp.ones(len(segments)), segments, 8)
    return x / count[segments]
