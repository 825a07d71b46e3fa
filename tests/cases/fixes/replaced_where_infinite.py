"""What is infinite is replaced further on, and that value is meant: once nothing is infinite, nothing is replaced.

`log(0)` counts as 0 here, and behind a mask it would be -23.
"""

import numpy as np
import tensorflow as tf
import torch


def sizes(wh, anchors):
    wh = tf.math.log(wh / anchors)
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `wh / anchors` stays above 0
    # fixed (unsafe): tf.math.log(tf.maximum(wh / anchors, 1e-10))
    wh = tf.where(tf.math.is_inf(wh), tf.zeros_like(wh), wh)
    return wh


def of_finite_ones(x):
    p = tf.nn.relu(x)
    y = tf.math.log(p)
    #   ^^^^^^^^^^^^^^ NAN202 warning: `tf.where(…)` repairs the value but leaves the gradient NaN where `p` is 0
    # fixed (unsafe): tf.math.log(tf.maximum(p, 1e-10))
    # or (unsafe): tf.math.log(p + 1e-8)
    return tf.where(tf.math.is_finite(y), y, tf.zeros_like(y))


def of_shares(x):
    p = tf.nn.relu(x)
    y = p / tf.reduce_sum(p)
    #   ^^^^^^^^^^^^^^^^^^^^ NAN202 warning: `tf.where(…)` repairs the value but leaves the gradient NaN
    # fixed: p / tf.maximum(tf.reduce_sum(p), 1e-7)
    # or (unsafe): p / (tf.reduce_sum(p) + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(p, tf.reduce_sum(p))
    return tf.where(tf.math.is_nan(y), 0.0, y)


def only_looked_at(x):
    p = torch.softmax(x, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(x, -1)
    # removes: p = torch.softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    if torch.isinf(y).any():
        print("a class is ruled out")
    return y


def of_arrays(x):
    y = np.log(x)
    #   ^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0
    # fixed (unsafe): np.log(np.maximum(x, 1e-10))
    return np.where(np.isinf(y), 0, y)
