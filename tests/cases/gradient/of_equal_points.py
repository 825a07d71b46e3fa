"""The hyperbolic distance of a point to itself is 0, where the inverse hyperbolic cosine has an infinite gradient."""

import tensorflow as tf


def poincare_distance(u, v):
    squared = tf.reduce_sum(tf.square(u - v), axis=-1)
    scale = (1.0 - tf.reduce_sum(tf.square(u), axis=-1)) * (1.0 - tf.reduce_sum(tf.square(v), axis=-1))
    return tf.acosh(1.0 + 2.0 * squared / scale)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `1.0 + 2.0 * squared / scale` stays above 1: acosh has an infinite gradient at 1
    # fixed (unsafe): tf.acosh(tf.maximum(1.0 + 2.0 * squared / scale, 1.000001))


def kept(u, v, w):
    squared = tf.reduce_sum(tf.square(u - v), axis=-1)
    scale = 1.0 - tf.reduce_sum(tf.square(u), axis=-1)
    return tf.acosh(tf.maximum(1.0 + squared / scale, 1.00001)), tf.acosh(1.0 + w), tf.acosh(1.1 + squared)


class Distance(tf.keras.layers.Layer):
    def call(self, u, v):
        return poincare_distance(u, v), kept(u, v, tf.exp(u))
