import jax
import jax.numpy as jnp

jax.config.update("jax_debug_nans", True)


def energy(x):
    squared = jnp.sum(x ** 2)
    distance = jnp.sqrt(squared)  # NAN
    return jnp.where(distance > 0, distance, 0.0)


print(jax.grad(energy)(jnp.zeros(3)))
