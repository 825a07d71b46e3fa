# A bracket that is still open at the end of the file hides nothing above it.

import tensorflow as tf


def loss(x, y):
    p = tf.nn.softmax(x)
    good = tf.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax
    return -tf.reduce_sum(y * (
