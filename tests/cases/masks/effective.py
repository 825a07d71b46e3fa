# Masks that work, each for another reason; the epsilons have a hint, for they move every value.

import tensorflow as tf


def masks(z):
    p = tf.nn.softmax(z)
    a = tf.math.log(p + 1e-10)
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-10` keeps the logarithm of a softmax finite
    b = tf.math.log(p + 1e-37)
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-37` keeps the logarithm of a softmax finite
    c = tf.math.log(tf.clip_by_value(p, 1e-7, 1.0 - 1e-7))
    d = tf.math.log(1 - tf.clip_by_value(p, 1e-7, 1.0 - 1e-7))
    e = tf.math.log(tf.where(p > 0, p, tf.ones_like(p)))
    f = tf.math.log(0.9 * p + 0.1)
    g = tf.math.log(tf.maximum(1 - p, 1e-6))
    return a, b, c, d, e, f, g
