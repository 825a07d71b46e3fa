import jax
import jax.numpy as jnp


def standardise(window):
    mean = jnp.mean(window)
    variance = jnp.mean(window ** 2) - mean ** 2
    return (window - mean) / jnp.sqrt(variance)  # NAN


def cell(weights, window):
    features = standardise(window)
    guess = jnp.dot(weights, features)
    return weights, (guess - 1.0) ** 2


@jax.jit
def objective(weights, windows):
    _, errors = jax.lax.scan(cell, weights, windows)
    jax.debug.print("errors = {}", errors)
    return jnp.mean(errors)


prices = jnp.concatenate([jnp.linspace(100.0, 101.0, 10), jnp.full(10, 1234.567)]).reshape(4, 5)
weights = jnp.zeros(5)
for epoch in range(2):
    loss, gradient = jax.value_and_grad(objective)(weights, prices)
    print("epoch", epoch, "loss:", loss)
    weights = weights - 0.01 * gradient
