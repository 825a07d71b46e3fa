# A producer is followed through what a function returns.

import tensorflow as tf


def inference(x, w):
    hidden = tf.nn.relu(tf.matmul(x, w))
    return tf.nn.softmax(tf.matmul(hidden, w))


def loss(x, y, w):
    return -tf.reduce_sum(y * tf.log(inference(x, w)))
    #                         ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `inference(x, w)` is a softmax
    # fixed: tf.log(tf.clip_by_value(inference(x, w), 1e-10, 1.0))
    # from: `tf.nn.softmax(tf.matmul(hidden, w))` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `inference(x, w)` returned by this call
