# The module is imported beside the function: the mask uses it.

import tensorflow as tf
from tensorflow import log


def loss(x):
    return log(tf.nn.softmax(x))
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.nn.softmax(x)` is a softmax
    # fixed: tf.nn.log_softmax(x)
    # or: log(tf.clip_by_value(tf.nn.softmax(x), 1e-10, 1.0))
