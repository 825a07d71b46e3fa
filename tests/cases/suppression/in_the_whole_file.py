# One comment silences a rule in the whole file, wherever it stands on a line of its own; others still speak.

import tensorflow as tf


def losses(x):
    p = tf.nn.softmax(x)
    return tf.math.log(p), tf.math.log(1 - p), tf.ones([3]) / p
    #                                          ^^^^^^^^^^^^^^^^ NAN102 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.ones([3]) / tf.maximum(p, 1e-7)
    # or (unsafe): tf.ones([3]) / (p + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(tf.ones([3]), p)
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87


# nanproof: ignore-file[NAN101] this file only draws pictures
