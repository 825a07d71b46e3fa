# Where a mask is a function, the operand goes into it with its parentheses and comments.

import jax
import jax.numpy as jnp
import tensorflow as tf


def quotients(x):
    r = tf.nn.relu(x)
    a = x * 2 / r
    #   ^^^^^^^^^ NAN102 warning: `r` is a ReLU
    # fixed: x * 2 / tf.maximum(r, 1e-7)
    # or (unsafe): x * 2 / (r + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(x * 2, r)
    b = x / (
    #   ^^^^^+2 NAN102 warning: `(r + r)` can be 0, as a ReLU is for inputs of 0 or less
    # fixed: x / tf.maximum(( r + r # both ), 1e-7)
        r + r  # both
    )
    c = tf.divide(x, tf.reduce_sum(r))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(r)` can be 0, as a ReLU is for inputs of 0 or less
    # fixed: tf.divide(x, tf.maximum(tf.reduce_sum(r), 1e-7))
    # or (unsafe): tf.divide(x, tf.reduce_sum(r) + 1e-8)
    return a, b, c


def quotient_in_parentheses(x):
    r = tf.nn.relu(x)
    return (x * 2) / (r)
    #      ^^^^^^^^^^^^^ NAN102 warning: `(r)` is a ReLU
    # fixed: (x * 2) / tf.maximum(r, 1e-7)
    # or (unsafe): (x * 2) / (r + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(x * 2, r)


def half(x):
    r = jax.nn.relu(x).astype(jnp.float16)
    p = jax.nn.softmax(x).astype(jnp.float16)
    return jnp.log(r), 1 / r, jnp.sqrt(p), jax.lax.rsqrt(r)
    #                                      ^^^^^^^^^^^^^^^^ NAN103 warning: `r` is a ReLU
    # fixed: jax.lax.rsqrt(jnp.maximum(r, 1e-3))
    # or (unsafe): jax.lax.rsqrt(r + 1e-3)
    #                         ^^^^^^^^^^^ NAN301 warning: `p` is a softmax
    # fixed (unsafe): jnp.sqrt(jnp.clip(p, 1e-4, 1.0))
    # or (unsafe): jnp.sqrt(p + 1e-4)
    #                  ^^^^^ NAN102 warning: `r` is a ReLU
    # fixed: 1 / jnp.maximum(r, 4e-3)
    # or (unsafe): 1 / (r + 4e-3)
    #      ^^^^^^^^^^ NAN101 warning: `r` is a ReLU
    # fixed: jnp.log(jnp.maximum(r, 4e-3))
    # or (unsafe): jnp.log(r + 1e-4)
