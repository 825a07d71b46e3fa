import jax
import jax.numpy as jnp
from jax.experimental import checkify


def masked_mean(x, mask):
    return jnp.sum(x * mask) / jnp.sum(mask)  # NAN


def loss(x, mask):
    return masked_mean(x ** 2, mask) + 1.0


checked = checkify.checkify(jax.jit(loss), errors=checkify.nan_checks)
error, value = checked(jnp.ones(3), jnp.zeros(3))
print(error.get())
error.throw()
