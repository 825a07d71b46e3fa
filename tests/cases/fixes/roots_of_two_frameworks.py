# In a file of two frameworks each root is written in its own, and the choice behind a choice in JAX alone.

import jax
import jax.numpy as jnp
import tensorflow as tf


def named(x):
    return x / tf.norm(x, axis=1, keepdims=True, name="length")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): x / tf.maximum(tf.norm(x, axis=1, keepdims=True, name="length"), 1e-6)
    # from: `tf.norm(x, axis=1, keepdims=True, name="length")` made here, exactly 0 for a vector of zeros


def unnamed(x):
    return x / tf.norm(x, axis=1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x), axis=1, keepdims=True), 1e-12))
    # or: tf.math.l2_normalize(x, axis=1)
    # from: `tf.norm(x, axis=1, keepdims=True)` made here, exactly 0 for a vector of zeros


def apart(x, y):
    n = tf.norm(x - y)
    return tf.where(n > 0, 1 / n, 0.0)
    #                      ^^^^^ NAN302 information: `tf.where(n > 0, 1 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): n = tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x - y)), 1e-12))
    # adds: tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(x - y)), 1e-12))
    # from: `tf.norm(x - y)` made here, exactly 0 for a vector of zeros


def unpacked(x):
    options = {"axis": 1}
    return x / jnp.linalg.norm(x, **options)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.linalg.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): x / jnp.maximum(jnp.linalg.norm(x, **options), 1e-6)
    # from: `jnp.linalg.norm(x, **options)` made here, exactly 0 for a vector of zeros


def unpacked_power(x):
    return x / jnp.power(jnp.sum(x ** 2), 0.5)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.power(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / jnp.power(jnp.maximum(jnp.sum(x ** 2), 1e-12), 0.5)
    # from: `jnp.power(jnp.sum(x ** 2), 0.5)` made here, exactly 0 for a vector of zeros


@jax.grad
def held_power(x):
    n = jnp.sum((x - x) ** 2) ** 0.5
    return jnp.where(n > 0, 1 / n, 0.0)
    #                       ^^^^^ NAN302 information: `jnp.where(n > 0, 1 / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed: 1 / jnp.where(n > 0, n, 1.0)
    # adds: squared_n = jnp.sum((x - x) ** 2)
    # adds: jnp.where(squared_n == 0, 0.0, jnp.sqrt(jnp.where(squared_n == 0, 1.0, squared_n)))
    # or (unsafe): n = jnp.maximum(jnp.sum((x - x) ** 2), 1e-12) ** 0.5
    # from: `jnp.sum((x - x) ** 2) ** 0.5` made here, exactly 0 for a vector of zeros
