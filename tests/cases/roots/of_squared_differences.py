# TensorFlow squares a difference in one call: a root of its mean has no gradient where both are equal, as of any other.

import tensorflow as tf


def rmse_loss(labels, predictions):
    return tf.sqrt(tf.reduce_mean(tf.math.squared_difference(labels, predictions)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.reduce_mean(…)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_mean(tf.math.squared_difference(labels, predictions)), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_mean(tf.math.squared_difference(labels, predictions)) + 1e-8)


def distance_loss(labels, predictions):
    apart = tf.math.squared_difference(labels, predictions)
    return tf.reduce_mean(tf.sqrt(tf.reduce_sum(apart, -1)))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.reduce_sum(apart, -1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(apart, -1), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(apart, -1) + 1e-8)


def masked_loss(labels, predictions):
    return tf.sqrt(tf.reduce_mean(tf.math.squared_difference(labels, predictions)) + 1e-8)
