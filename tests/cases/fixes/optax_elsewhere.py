# Optax is imported where it is used, and not where the norm is.

import jax
import jax.numpy as jnp


def optimizer():
    import optax

    return optax.adam(1e-3)


@jax.grad
def length(x):
    return jnp.linalg.norm(x - x)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x - x` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x - x)), 1e-12))
