# The loss of this classifier is NaN one day. nanproof underlines the call that makes it so.

import tensorflow as tf


def loss(images, labels, weights, biases):
    predictions = tf.nn.softmax(tf.matmul(images, weights) + biases)
    return -tf.reduce_sum(labels * tf.math.log(predictions))  # hover over `log`, then press Ctrl+.
