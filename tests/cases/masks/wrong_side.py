# An epsilon that is subtracted makes things worse.

import tensorflow as tf
import torch


def subtracts(x):
    p = torch.softmax(x, -1)
    a = torch.log(p - 1e-6)
    #   ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p - 1e-6` masks nothing: it moves 0 the wrong way, to -1e-6
    b = torch.log(1 - p - 1e-6)
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 - p - 1e-6` masks nothing: it moves 0 the wrong way, to -1e-6
    return a, b


def subtracts_in_a_compiled_framework(x):
    p = tf.nn.softmax(x)
    return tf.math.log(p - 1e-6)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p - 1e-6` masks nothing: it moves 0 the wrong way, to -1e-6
    # fixed: tf.math.log(tf.clip_by_value(p - 1e-6, 1e-10, 1.0))
