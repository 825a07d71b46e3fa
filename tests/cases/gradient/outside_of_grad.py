# JAX differentiates functions: what runs outside of one that is given to `grad` is differentiated by nobody.

import jax
import jax.numpy as jnp


class Statistics:
    def __init__(self, n):
        self.spread = jnp.zeros(n)

    def absorb(self, batch):
        self.spread = jnp.sqrt(jnp.maximum(jax.nn.relu(batch).sum(0), 0))
        return self


def scale_of(state, batch):
    return jnp.sqrt(jax.nn.softmax(state) * jnp.var(batch, 0))


def loss(params, batch, scale):
    return jnp.sum(jnp.sqrt(jax.nn.softmax(batch @ params)) * scale)
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jax.nn.softmax(…)` is a softmax and can be exactly 0


@jax.jit
def step(params, state, batch):
    scale = scale_of(state, batch)
    extra = jnp.sqrt(jax.nn.softmax(batch)).mean()
    value, gradients = jax.value_and_grad(loss)(params, batch, scale * extra)
    return params - 0.1 * gradients, value


def inner(x):
    return jnp.sqrt(jax.nn.softmax(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jax.nn.softmax(x)` is a softmax


def of_a_gradient(params, batch):
    moved = params - jax.grad(loss)(params, batch, 1.0)
    return jnp.sum(inner(moved)) + jnp.sum(jnp.sqrt(jax.nn.softmax(moved)))
    #                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jax.nn.softmax(moved)` is a softmax


learn = jax.grad(of_a_gradient)


def called_by_nobody_here(z):
    return jnp.sqrt(jax.nn.softmax(z))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jax.nn.softmax(z)` is a softmax


def main():
    statistics, params = Statistics(3), jnp.zeros(3)
    for batch in jnp.ones((3, 4, 3)):
        statistics = statistics.absorb(batch)
        params, _ = step(params, statistics.spread, batch)


if __name__ == "__main__":
    main()
