# A file that only passes on a module and a function is looked through.

from compat import tf
from compat import *


def loss(x):
    return tf.log(softmax(x))
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x)` is a softmax
    # fixed: tf.nn.log_softmax(x)
    # or: tf.log(tf.clip_by_value(softmax(x), 1e-10, 1.0))
