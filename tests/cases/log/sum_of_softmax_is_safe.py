# The sum and the largest of a softmax are never 0; a single one is.

import tensorflow as tf


def masses(logits, mask):
    p = tf.nn.softmax(logits)
    total = tf.reduce_sum(p, axis=-1)
    reveal_range(total)  # [0.999999046, 1.00000095] float32
    largest = tf.reduce_max(p, axis=-1)
    one = tf.math.log(p[:, 0])
    #     ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...a softmax
    return tf.math.log(total), tf.math.log(largest), one
