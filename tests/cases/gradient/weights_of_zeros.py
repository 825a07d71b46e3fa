"""A variable that starts at 0 has a norm of 0 before the first step, whose derivative is NaN."""

import tensorflow as tf

w = tf.Variable(tf.zeros([32, 8]))
drawn = tf.Variable(tf.random.normal([32, 8]))


def penalty():
    return tf.reduce_sum(tf.sqrt(tf.reduce_sum(tf.square(w), axis=1)))
    #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: nothing here shows that `tf.reduce_sum(…)` stays above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(w), axis=1), 1e-10))
    # or (unsafe): tf.sqrt(tf.reduce_sum(tf.square(w), axis=1) + 1e-8)


def group_penalty():
    return tf.reduce_sum(tf.norm(w, axis=1))
    #                    ^^^^^^^^^^^^^^^^^^ NAN301 warning: nothing here shows that `w` is not all 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(w), axis=1), 1e-12))


def with_a_floor():
    return tf.reduce_sum(tf.sqrt(tf.reduce_sum(tf.square(w), axis=1) + 1e-12)), tf.norm(drawn)
