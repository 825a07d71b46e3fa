# A cast and an argument `dtype` decide in which precision an epsilon must be a number.

import tensorflow as tf


def casts(x):
    p = tf.cast(tf.nn.softmax(x), tf.float16)
    reveal_range(p)  # [0, 1] float16
    a = tf.math.log(p + 1e-8)
    #   ^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-8` masks nothing: 1e-8 is 0 in float16
    eps = tf.constant(1e-12, dtype=tf.float16)
    reveal_range(eps)  # {0} float16
    b = tf.math.log(tf.cast(p, tf.float32) + 1e-8)
    return a, b, eps
