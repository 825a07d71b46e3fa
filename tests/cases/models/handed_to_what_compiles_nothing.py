"""A function is a loss where it is handed to what compiles a model; a registry or a logger that is given one trains on nothing."""

import tensorflow as tf


def share(y, p):
    low = tf.reduce_min(p)
    return tf.reduce_mean((p - low) / (tf.reduce_max(p) - low))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(tf.reduce_max(p) - low)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN
    # fixed: (p - low) / tf.maximum(tf.reduce_max(p) - low, 1e-7)
    # or (unsafe): tf.math.divide_no_nan(p - low, tf.reduce_max(p) - low)
    # from: `tf.reduce_max(p) - low` made here, exactly 0 where all elements are equal


def listed(y, p):
    low = tf.reduce_min(p)
    return tf.reduce_mean((p - low) / (tf.reduce_max(p) - low))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(tf.reduce_max(p) - low)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN
    # fixed: (p - low) / tf.maximum(tf.reduce_max(p) - low, 1e-7)
    # or (unsafe): tf.math.divide_no_nan(p - low, tf.reduce_max(p) - low)
    # from: `tf.reduce_max(p) - low` made here, exactly 0 where all elements are equal


def logged(y, p):
    low = tf.reduce_min(p)
    return tf.reduce_mean((p - low) / (tf.reduce_max(p) - low))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(tf.reduce_max(p) - low)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN
    # fixed: (p - low) / tf.maximum(tf.reduce_max(p) - low, 1e-7)
    # or (unsafe): tf.math.divide_no_nan(p - low, tf.reduce_max(p) - low)
    # from: `tf.reduce_max(p) - low` made here, exactly 0 where all elements are equal


def run(model, registry, logger):
    model.compile("adam", share)
    registry.add("listed", listed)
    logger.write(loss=logged)
