"""A variable that starts at 0 has a norm of 0 before the first step, whose derivative is NaN."""

import tensorflow as tf

w = tf.Variable(tf.zeros([32, 8]))
drawn = tf.Variable(tf.random.normal([32, 8]))


def penalty():
    return tf.reduce_sum(tf.sqrt(tf.reduce_sum(tf.square(w), axis=1)))
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(…)` can be 0, as a variable that starts at 0 can: sqrt has an infinite gradient at 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(w), axis=1), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(tf.square(w), axis=1) + 1e-8)
    # from: `tf.Variable(tf.zeros([32, 8]))` made here, exactly 0 before the first step
    # from: `tf.square(w)` made here, values in [0, inf]


def group_penalty():
    return tf.reduce_sum(tf.norm(w, axis=1))
    #                    ^^^^^^^^^^^^^^^^^^ NAN301 warning: `w` is a variable that starts at 0 and can be exactly 0: the gradient of a norm is NaN at 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(w), axis=1), 1e-12))
    # from: `tf.Variable(tf.zeros([32, 8]))` made here, exactly 0 before the first step


def with_a_floor():
    return tf.reduce_sum(tf.sqrt(tf.reduce_sum(tf.square(w), axis=1) + 1e-12)), tf.norm(drawn)
