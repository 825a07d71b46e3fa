# The commonest fault of all: cross-entropy as the logarithm of a softmax.

import tensorflow as tf


def build(x, y_, w, b):
    y_conv = tf.nn.softmax(tf.matmul(x, w) + b)
    cross_entropy = -tf.reduce_sum(y_ * tf.log(y_conv))
    #                                   ^^^^^^^^^^^^^^ NAN101 warning: `y_conv` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(logits)
    # adds: logits = tf.matmul(x, w) + b
    # or: tf.log(tf.clip_by_value(y_conv, 1e-10, 1.0))
    # or (unsafe): tf.reduce_sum(tf.nn.softmax_cross_entropy_with_logits(labels=y_, logits=logits))
    # from: `tf.nn.softmax(tf.matmul(x, w) + b)` made here, exactly 0 in float32 once a logit trails the largest by 87
    return tf.train.AdamOptimizer(1e-4).minimize(cross_entropy)
