"""What is only printed is differentiated by nobody: a root among the numbers of `tf.Print` is not told."""

import tensorflow.compat.v1 as tf


def with_statistics(x, name):
    mean, variance = tf.nn.moments(x, [0, 1, 2])
    stats = [tf.reduce_mean(mean), tf.reduce_mean(tf.sqrt(variance)), tf.reduce_max(tf.sqrt(variance))]
    return tf.Print(x, stats, "[" + name + "] ")


def what_goes_on(x):
    mean, variance = tf.nn.moments(x, [0, 1, 2])
    return tf.Print(tf.sqrt(variance), [mean], "deviation: ")
    #               ^^^^^^^^^^^^^^^^^ NAN301 information: `variance` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(variance, 1e-10))
    # or (unsafe): tf.sqrt(variance + 1e-8)
    # from: `tf.nn.moments(x, [0, 1, 2])` made here, exactly 0 where all elements are equal
