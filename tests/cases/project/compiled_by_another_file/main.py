"""Whether code is compiled is read from its own file: of a caller elsewhere, that is compiled, nothing is said here."""

import tensorflow as tf


def loss(z):
    p = tf.nn.sigmoid(z)
    return tf.reduce_mean(tf.math.log(1 - p + 1e-8))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 information: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: tf.math.log(tf.maximum(1 - p, 1e-7))
    # or: tf.math.log(tf.clip_by_value(1 - p + 1e-8, 1e-10, 1.0))
    # or (unsafe): tf.math.log_sigmoid(-z)
    # or: tf.math.log(1 - p + 1e-7)
    # from: `tf.nn.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17


def own_loss(z):
    p = tf.nn.sigmoid(z)
    return tf.reduce_mean(tf.math.log(1 - p + 1e-8))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: tf.math.log(tf.maximum(1 - p, 1e-7))
    # or: tf.math.log(tf.clip_by_value(1 - p + 1e-8, 1e-10, 1.0))
    # or (unsafe): tf.math.log_sigmoid(-z)
    # or: tf.math.log(1 - p + 1e-7)
    # from: `tf.nn.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17


@tf.function
def step(z):
    return own_loss(z)


def evaluate(z):
    return loss(z)
