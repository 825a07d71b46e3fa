# A norm or a deviation is written out only where all that it is told is known: other orders, options and masks stay.

import jax
import jax.numpy as jnp
import optax


def masked_deviation(x, mask):
    return x / jnp.std(x, axis=0, where=mask)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.std(…)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): x / jnp.maximum(jnp.std(x, axis=0, where=mask), 1e-6)
    # from: `jnp.std(x, axis=0, where=mask)` made here, exactly 0 where all elements are equal


def sum_of_absolutes(x, y):
    n = jnp.linalg.norm(x - y, ord=1)
    return jnp.where(n > 0, 1 / n, 0.0)
    #                       ^^^^^ NAN302 information: `jnp.where(n > 0, 1 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): 1 / jnp.maximum(n, 1e-6)
    # from: `jnp.linalg.norm(x - y, ord=1)` made here, exactly 0 for a vector of zeros


def apart(x, y):
    n = jnp.linalg.norm(x - y)
    return jnp.where(n > 0, 1 / n, 0.0)
    #                       ^^^^^ NAN302 information: `jnp.where(n > 0, 1 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed: 1 / jnp.where(n > 0, n, 1.0)
    # adds: squared_n = jnp.sum(jnp.square(x - y))
    # adds: jnp.where(squared_n == 0, 0.0, jnp.sqrt(jnp.where(squared_n == 0, 1.0, squared_n)))
    # or (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x - y)), 1e-12))
    # from: `jnp.linalg.norm(x - y)` made here, exactly 0 for a vector of zeros


def smooth(v):
    n = jnp.linalg.norm(v)
    return v / n * jnp.tanh(n), jnp.exp(n)
    #      ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(v)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(v)), 1e-12))
    # from: `jnp.linalg.norm(v)` made here, exactly 0 for a vector of zeros


def smooth_method(v):
    n = jnp.linalg.norm(v)
    print(n.shape)
    return v / n
    #      ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): n = jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(v)), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(v)), 1e-12))
    # from: `jnp.linalg.norm(v)` made here, exactly 0 for a vector of zeros


def walrus(v):
    return v / (n := jnp.linalg.norm(v)), n
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): v / (n := jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(v)), 1e-12)))
    # from: `jnp.linalg.norm(v)` made here, exactly 0 for a vector of zeros


def by_power(v):
    return v / jnp.sum(v ** 2) ** 0.5
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sum(v ** 2) ** 0.5` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: v / jnp.maximum(jnp.sum(v ** 2), 1e-12) ** 0.5
    # from: `jnp.sum(v ** 2) ** 0.5` made here, exactly 0 for a vector of zeros


@jax.grad
def kept_dimensions(x, y):
    return jnp.sum(jnp.linalg.norm(x - x, axis=1, keepdims=True))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x - x` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x - x), axis=1, keepdims=True), 1e-12))


@jax.grad
def euclidean(x):
    return jnp.linalg.norm(x - x, ord=2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x - x` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed: optax.safe_norm(x - x, 0.0)


@jax.grad
def with_options(x):
    options = {"axis": 1}
    return jnp.linalg.norm(x - x, **options)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x - x` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed: nothing


@jax.grad
def commented(x):
    return jnp.linalg.norm(
    #      ^^^^^^^^^^^^^^^^+3 NAN301 information: nothing here shows that `x - x` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed: nothing
        x - x,  # zeros
        axis=1,
    )


@jax.grad
def fro(x):
    return jnp.linalg.norm(x - x, ord="fro")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x - x` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed: nothing
