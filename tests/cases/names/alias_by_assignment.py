# A function under another name is the same function.

import tensorflow as tf

log = tf.math.log
softmax = tf.nn.softmax


def loss(x):
    return log(softmax(x))
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x)` is a softmax
