"""Where JAX is told to keep 64 bits, an array stays in float64, and so does what its bounds are for."""

import jax
import jax.numpy as jnp
import numpy as np

jax.config.update("jax_enable_x64", True)


def narrowed_before(p):
    smooth = jnp.asarray(np.clip(np.asarray(p, np.float64), 1e-9, 1 - 1e-9))
    reveal_range(smooth)  # [1e-09, 0.999999999] float64
    return jnp.log(1 - smooth)


def narrowed_after(p):
    smooth = np.clip(np.asarray(p, np.float64), 1e-9, 1 - 1e-9)
    return jnp.log(1 - smooth)


def too_small():
    floor = jnp.asarray(np.full(3, 1e-50))
    return jnp.log(jax.nn.relu(jnp.ones(3)) * floor)


def large(x):
    times = np.array([100.0, 200.0])
    reveal_range(jnp.exp(times))  # [2.68811714e+43, 7.22597377e+86] float64
    reveal_range(np.exp(times))  # [2.68811714e+43, 7.22597377e+86] float64
    return jnp.exp(times)


def asked_for(p):
    smooth = jnp.asarray(np.clip(p, 1e-9, 1 - 1e-9), dtype=jnp.float64)
    reveal_range(smooth)  # [1e-09, 0.999999999] float64
    return jnp.log(1 - smooth)
