# The sigmoid is 0 at one end and 1 at the other: both logarithms of binary cross-entropy fail.

import tensorflow as tf


def cost(X, Y, W):
    hypothesis = tf.sigmoid(tf.matmul(X, W))
    return -tf.reduce_mean(Y * tf.log(hypothesis) + (1 - Y) * tf.log(1 - hypothesis))
    #                          ^^^^^^^^^^^^^^^^^^ NAN101 warning: `hypothesis` is a sigmoid: it is exactly 0 in float32 for inputs below -87, and log(0) is -inf
    # fixed: tf.math.log_sigmoid(logits)
    # adds: logits = tf.matmul(X, W)
    # adds: logits
    # or: tf.log(tf.clip_by_value(hypothesis, 1e-10, 1.0))
    #                                                         ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - hypothesis` comes from a sigmoid, which is exactly 1 in float32 for inputs above 17: then `1 - hypothesis` is 0, and log(0) is -inf
    # fixed: tf.math.log_sigmoid(-logits)
    # adds: logits = tf.matmul(X, W)
    # adds: logits
    # or: tf.log(tf.clip_by_value(1 - hypothesis, 1e-10, 1.0))
