# What a loop computes from itself has the values of its last step.

import tensorflow as tf


def layers(x, weights):
    h = x
    for w in weights:
        h = tf.nn.relu(tf.matmul(h, w))
    a = tf.math.log(h)
    #   ^^^^^^^^^^^^^^ NAN101 warning: `h` is a ReLU
    while True:
        h = tf.nn.softmax(h)
        b = tf.math.log(h)
        #   ^^^^^^^^^^^^^^ NAN101 warning: `h` is a softmax
        if x is None:
            break
    return a, b
