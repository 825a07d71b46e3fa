# Dropout and one-hot vectors are exactly 0 in ordinary use.

import tensorflow as tf


def both(x, labels):
    dropped = tf.nn.dropout(tf.exp(x), 0.5)
    hot = tf.one_hot(labels, 10)
    return tf.math.log(dropped), tf.math.log(hot)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `dropped` is a dropout, exactly 0 for the inputs that it drops: log(0) is -inf; keep it above 0
    #                            ^^^^^^^^^^^^^^^^ NAN101 information: `hot` is a one-hot vector, exactly 0 everywhere but at one index: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(hot, 1e-10, 1.0))
