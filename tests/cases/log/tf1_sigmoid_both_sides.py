# The sigmoid is 0 at one end and 1 at the other: both logarithms of binary cross-entropy fail.

import tensorflow as tf


def cost(X, Y, W):
    hypothesis = tf.sigmoid(tf.matmul(X, W))
    return -tf.reduce_mean(Y * tf.log(hypothesis) + (1 - Y) * tf.log(1 - hypothesis))
    #                          ^^^^^^^^^^^^^^^^^^ NAN101 warning: `hypothesis` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log_sigmoid(logits)
    # adds: logits = tf.matmul(X, W)
    # adds: logits
    # or: tf.log(tf.clip_by_value(hypothesis, 1e-10, 1.0))
    #                                                         ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - hypothesis` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: tf.math.log_sigmoid(-logits)
    # adds: logits = tf.matmul(X, W)
    # adds: logits
    # or: tf.log(tf.clip_by_value(1 - hypothesis, 1e-10, 1.0))
