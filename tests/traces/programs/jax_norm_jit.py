import jax
import jax.numpy as jnp

jax.config.update("jax_debug_nans", True)


def distance(a, b):
    return jnp.linalg.norm(a - b)  # NAN


@jax.jit
def step(a, b):
    return a - 0.1 * jax.grad(distance)(a, b)


print(step(jnp.ones(3), jnp.ones(3)))
