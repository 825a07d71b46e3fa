"""No optimizer takes a derivative by a placeholder: a root of what is computed of such alone may be 0."""

import tensorflow as tf


def standardised(x, eps=1e-8):
    mean, var = tf.nn.moments(x, axes=[0])
    return (x - mean) / (tf.sqrt(var) + eps)


class Agent(object):
    def __init__(self, width):
        self.states = tf.placeholder(tf.float32, [None, width])
        self.advantages = tf.placeholder(tf.float32, [None])
        advantages = standardised(self.advantages)
        values = tf.layers.dense(self.states, 1)
        size = tf.sqrt(tf.reduce_sum(tf.square(self.states), 1))
        energy = tf.sqrt(tf.reduce_sum(tf.square(values), 1))
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.reduce_sum(tf.square(…), 1)` stays above 0
        self.loss = tf.reduce_mean(advantages * values + size + energy)
        self.train = tf.train.AdamOptimizer(1e-3).minimize(self.loss)


def with_weights(width):
    x = tf.placeholder(tf.float32, [None, width])
    w = tf.get_variable("w", [width])
    normal = tf.layers.batch_normalization(x)
    weighted = tf.sqrt(tf.reduce_sum(tf.square(x * w), 1))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.reduce_sum(tf.square(x * w), 1)` stays above 0
    loss = tf.reduce_mean(weighted) + tf.reduce_mean(tf.norm(normal, axis=1))
    #                                                ^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `normal` is not all 0
    return tf.train.AdamOptimizer(1e-3).minimize(loss)
