# An epsilon keeps the logarithm of an activation finite, and the stable function would be better; a clip is our own
# advice.

import jax
import jax.numpy as jnp
import tensorflow as tf


def losses(z, labels):
    p = tf.nn.softmax(z)
    a = -tf.reduce_sum(labels * tf.math.log(p + 1e-8), axis=1)
    #                           ^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a softmax
    # fixed (unsafe): tf.nn.log_softmax(z)
    b = jnp.log(1e-7 + jax.nn.sigmoid(z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `1e-7 + jax.nn.sigmoid(z)` keeps the logarithm of a sigmoid
    # fixed (unsafe): jax.nn.log_sigmoid(z)
    c = tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    d = tf.math.log(p * 2.0 + 1e-8)
    e = tf.math.log(p + 0.5)
    return a, b, c, d, e
