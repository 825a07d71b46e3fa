import jax
import jax.numpy as jnp

jax.config.update("jax_debug_nans", True)


def unit(v):
    return v / jnp.linalg.norm(v, axis=-1, keepdims=True)


def geodesic(a, b):
    cosine = jnp.sum(unit(a) * unit(b), axis=-1)
    return jnp.arccos(cosine)  # NAN


def loss(params, x, y):
    return jnp.mean(geodesic(x @ params, y))


x = jax.random.normal(jax.random.PRNGKey(0), (32, 3))
params = jnp.eye(3)
value, grads = jax.value_and_grad(loss)(params, x, x)
print(value)
