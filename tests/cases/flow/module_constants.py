# A constant of the module masks as the number that it is.

import numpy as np
import tensorflow as tf

EPSILON = 1e-12
FLOOR = np.float32(1e-10)


def losses(x):
    p = tf.nn.softmax(x)
    return tf.math.log(p + EPSILON), tf.math.log(tf.maximum(p, EPSILON)), tf.math.log(tf.maximum(p, FLOOR))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + EPSILON` keeps the logarithm of a softmax finite
