"""What an `arg_scope` tells the layers is not known: in its file none is taken for a ReLU."""

import tensorflow as tf
import tensorflow.contrib.slim as slim


def rate(x):
    with slim.arg_scope([slim.fully_connected], activation_fn=tf.nn.softplus):
        return 0.05 / slim.fully_connected(x, 128)
