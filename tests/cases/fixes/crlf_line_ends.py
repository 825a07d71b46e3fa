# A line that a fix adds ends as the others of the file do.

from tensorflow.math import log
from tensorflow.nn import softmax


def loss(x):
    p = softmax(x)
    return log(p)
    #      ^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: tf.nn.log_softmax(x)
    # adds: import tensorflow as tf
    # removes: p = softmax(x)
    # or: log(tf.clip_by_value(p, 1e-10, 1.0))
