"""JAX makes float32 of a NumPy array in float64: a small number is 0 there, and a bound that float64 still holds is 1."""

import jax
import jax.numpy as jnp
import numpy as np


def narrowed_before(p):
    smooth = jnp.asarray(np.clip(np.asarray(p, np.float64), 1e-9, 1 - 1e-9))
    reveal_range(smooth)  # [9.99999972e-10, 1] float32
    return jnp.log(1 - smooth)
    #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `np.clip(…)` masks nothing: its upper bound 1 - 1e-9 is 1 in float32, and log(0) is -inf; take a smaller one
    # fixed: jnp.log(jnp.clip(1 - smooth, 1e-10, 1.0))


def narrowed_after(p):
    smooth = np.clip(np.asarray(p, np.float64), 1e-9, 1 - 1e-9)
    return jnp.log(1 - smooth)


def too_small():
    floor = jnp.asarray(np.full(3, 1e-50))
    return jnp.log(jax.nn.relu(jnp.ones(3)) * floor)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.relu(jnp.ones(3)) * floor` is 0: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(jax.nn.relu(jnp.ones(3)) * floor, 1e-10, 1.0))
    # or (unsafe): jnp.log(jax.nn.relu(jnp.ones(3)) * floor + 1e-8)


def large(x):
    times = np.array([100.0, 200.0])
    reveal_range(jnp.exp(times))  # {inf} float32
    reveal_range(np.exp(times))  # [2.68811714e+43, 7.22597377e+86] float64
    return jnp.exp(times)


def asked_for(p):
    smooth = jnp.asarray(np.clip(p, 1e-9, 1 - 1e-9), dtype=jnp.float64)
    reveal_range(smooth)  # [1e-09, 0.999999999] float64
    return jnp.log(1 - smooth)
