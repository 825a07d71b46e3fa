"""A penalty of a critic is a derivative by the placeholder that it is fed: then roots of that have one, too."""

import tensorflow as tf


def critic(x):
    return tf.layers.dense(x, 1) * tf.norm(x, axis=1, keepdims=True)
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x` is not all 0


def penalty(width):
    images = tf.placeholder(tf.float32, [None, width])
    slopes = tf.gradients(critic(images), [images])[0]
    loss = tf.reduce_mean(tf.square(slopes))
    return tf.train.AdamOptimizer(1e-3).minimize(loss)
