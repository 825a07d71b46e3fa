import jax
import jax.numpy as jnp

jax.config.update("jax_debug_nans", True)


def bce(w, x, y):
    p = jax.nn.sigmoid(x @ w)
    return -jnp.mean(y * jnp.log(p) + (1 - y) * jnp.log(1 - p))  # NAN


w = jnp.ones(2) * 50
print(jax.value_and_grad(bce)(w, jnp.ones((3, 2)), jnp.ones(3)))
