# Without a list a comment silences everything in the file.

# nanproof: ignore-file

import tensorflow as tf


def losses(x):
    p = tf.nn.softmax(x)
    return tf.math.log(p), tf.ones([3]) / p
