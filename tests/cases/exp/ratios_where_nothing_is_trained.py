"""A minimum bounds a ratio in what is only looked at: nothing there trains."""

import tensorflow as tf


def clipped_gain(logp, old, advantage):
    ratio = tf.exp(logp - old)
    bound = tf.where(advantage > 0, 1.2 * advantage, 0.8 * advantage)
    return tf.reduce_mean(tf.minimum(ratio * advantage, bound))
