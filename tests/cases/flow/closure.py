# A function reads the names of the one around it.

import tensorflow as tf


def make_loss(x):
    p = tf.nn.softmax(x)

    def loss(y):
        return -tf.reduce_sum(y * tf.math.log(p))
        #                         ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax

    return loss
