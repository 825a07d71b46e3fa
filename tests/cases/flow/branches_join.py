# Behind two branches a value may come from either.

import tensorflow as tf


def pick(x, training):
    if training:
        p = tf.nn.softmax(x)
    else:
        p = tf.exp(x) + 1.0
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p`
