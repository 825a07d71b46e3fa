# A mask is written with the alias that the file has for the framework of the operand.

import jax.numpy as np
import numpy
import numpy as onp
import tensorflow.compat.v1 as tf1
import torch as T
from keras import backend as KB


def losses(z):
    p = T.softmax(z, 0)
    a = T.log(p)
    #   ^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: T.log_softmax(z, 0)
    # removes: p = T.softmax(z, 0)
    # or: T.log(T.clamp(p, 1e-10, 1.0))
    b = np.log(np.maximum(z, 0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `np.maximum(z, 0)` masks nothing: its lower bound 0 is let through
    # fixed: np.log(np.maximum(z, 1e-10))
    c = onp.log(onp.maximum(z, 0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `onp.maximum(z, 0)` masks nothing: its lower bound 0 is let through
    # fixed: onp.log(onp.maximum(z, 1e-10))
    d = numpy.log(numpy.clip(z, 0, 1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `numpy.clip(z, 0, 1)` masks nothing: its lower bound 0 is let through
    # fixed: numpy.log(numpy.clip(z, 1e-10, 1))
    e = tf1.log(tf1.nn.softmax(z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf1.nn.softmax(z)` is a softmax
    # fixed: tf1.nn.log_softmax(z)
    # or: tf1.log(tf1.clip_by_value(tf1.nn.softmax(z), 1e-10, 1.0))
    f = KB.log(KB.softmax(z))
    #   ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `KB.softmax(z)` is a softmax
    # fixed: KB.log(KB.clip(KB.softmax(z), 1e-10, 1.0))
    return a, b, c, d, e, f
