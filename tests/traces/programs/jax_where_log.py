import jax
import jax.numpy as jnp


def poisson(rate, counts):
    log_rate = jnp.where(rate > 0, jnp.log(rate), 0.0)  # NAN
    return jnp.mean(rate - counts * log_rate)


def objective(w, x, counts):
    rate = x @ w
    return poisson(rate, counts)


jax.config.update("jax_debug_nans", True)
x = jax.random.uniform(jax.random.PRNGKey(1), (16, 4)).at[3].set(0.0)
w = jnp.ones(4)
counts = jnp.arange(16.0)
step = jax.jit(jax.grad(objective))
w = w - 0.1 * step(w, x, counts)
print(w)
