# A parameter takes the values that the callers in this file pass.

import tensorflow as tf


def cross_entropy(y, p):
    return -tf.reduce_sum(y * tf.log(p))
    #                         ^^^^^^^^^ NAN101 warning: `p` is a softmax
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `q` passed as `p` here


def train(x, y):
    q = tf.nn.softmax(x)
    return cross_entropy(y, q)


def direct(p):
    return tf.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a sigmoid
    # from: `tf.sigmoid(x)` made here, exactly 0 in float32 for inputs below -87


def other(x):
    return direct(tf.sigmoid(x))
