# Shape and order change no value, so the producer is still the softmax.

import tensorflow as tf


def shaped(x):
    p = tf.nn.softmax(x)
    p = tf.reshape(p, [-1])
    p = tf.expand_dims(tf.squeeze(p), 0)
    p = tf.transpose(tf.identity(p))
    p = p[:, 0]
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
