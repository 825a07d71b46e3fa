import jax
import jax.numpy as jnp
from jax.experimental import checkify


def normalised(x):
    centred = x - x.mean()
    return centred / jnp.sqrt(jnp.mean(centred ** 2))  # NAN


error, _ = checkify.checkify(jax.jit(normalised), errors=checkify.float_checks)(jnp.ones(3))
error.throw()
