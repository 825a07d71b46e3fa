import jax
import jax.numpy as jnp

jax.config.update("jax_debug_nans", True)


def focal(p, y, gamma=2.0):
    log_p = jnp.log(p)  # NAN
    weight = (1.0 - p) ** gamma
    return -jnp.mean(y * weight * log_p)


def predict(w, x):
    return jax.nn.sigmoid(x @ w)


@jax.jit
def loss_fn(w, x, y):
    return focal(predict(w, x), y)


w = jnp.array([30.0, -5.0])
x = jnp.array([[1.0, 0.0], [-4.0, 1.0]])
y = jnp.array([1.0, 0.0])
print("loss", loss_fn(w, x, y))
