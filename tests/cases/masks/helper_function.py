# A mask in a helper is a mask, unless the call takes its bound away.

import tensorflow as tf

EPS = 1e-12


def safe_log(x):
    return tf.math.log(tf.maximum(x, EPS))


def mask(x, low=1e-8):
    return tf.clip_by_value(x, low, 1.0)


def loss(x):
    p = tf.nn.softmax(x)
    return safe_log(p) + tf.math.log(mask(p)) + tf.math.log(mask(p, 1e-6))


def broken(x):
    p = tf.nn.softmax(x)
    return tf.math.log(mask(p, low=0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `tf.clip_by_value(…)` masks nothing: its lower bound 0 is let through
