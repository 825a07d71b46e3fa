# Only functions are imported: the fix adds an import of the module that it needs.

from tensorflow.math import log
from tensorflow.nn import softmax


def loss(x):
    return log(softmax(x))
    #      ^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x)` is a softmax
    # fixed: tf.nn.log_softmax(x)
    # adds: import tensorflow as tf
    # or: log(tf.clip_by_value(softmax(x), 1e-10, 1.0))
