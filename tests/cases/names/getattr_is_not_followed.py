import tensorflow as tf


def loss(x, name="log"):
    return getattr(tf.math, name)(tf.nn.softmax(x))
