# What a helper with a decorator of another library passes on is not followed into the summary that alone shows it.

import tensorflow.compat.v1 as tf
from experts import named


@named()
def split(x, n):
    return tf.reshape(x, [-1, 8, 8, n])


def plain(x, n):
    return tf.reshape(x, [-1, 8, 8, n])


def summary(weights):
    # FIXME: it goes into a summary alone
    image = tf.pow(tf.transpose(weights, [0, 2, 3, 1]), 0.2)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.transpose(…)` is a softmax and can be exactly 0: x ** 0.2 has an infinite gradient at 0; keep it above 0
    tf.summary.image("attention", split(image, 3), max_outputs=1)
    other = tf.pow(tf.transpose(weights, [0, 2, 3, 1]), 0.2)
    tf.summary.image("attention", plain(other, 3), max_outputs=1)


def attention(logits, v):
    weights = tf.nn.softmax(logits)
    summary(weights)
    return tf.matmul(weights, v)
