"""What stands in a string silences nothing.

# nanproof: ignore-file
"""

import tensorflow as tf


def losses(x):
    return tf.math.log(tf.nn.softmax(x))  # nanproof: ignore-file
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.nn.softmax(x)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: tf.nn.log_softmax(x)
    # or: tf.math.log(tf.clip_by_value(tf.nn.softmax(x), 1e-10, 1.0))
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
