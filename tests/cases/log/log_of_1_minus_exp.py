"""JAX's `log1mexp` is log(1 - exp(-x)): infinite at 0, which a ReLU takes, NaN below."""

import jax
import jax.numpy as jnp


def at_a_relu(params, x, y):
    hazard = jax.nn.relu(x @ params)
    return -jnp.mean(y * jax.nn.log1mexp(hazard) - (1 - y) * hazard)
    #                    ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `hazard` is a ReLU, exactly 0 for inputs of 0 or less: log1mexp(0) is -inf; keep it above 0


def at_a_floor(params, x, y):
    hazard = jax.nn.relu(x @ params) + 1e-6
    return -jnp.mean(y * jax.nn.log1mexp(hazard) - (1 - y) * hazard)


steps = jax.grad(at_a_relu), jax.grad(at_a_floor)
