# What is looked up by a text is not followed: silence, not a guess.

import tensorflow as tf


def loss(x, name="log"):
    return getattr(tf.math, name)(tf.nn.softmax(x))
