import tensorflow as tf


def loss(x, y):
    p = tf.nn.softmax(x)
    good = tf.log(p)
    #      ^^^^^^^^^ NAN101 warning: `p` is a softmax
    return -tf.reduce_sum(y * (
