"""What is infinite is replaced further on, and that value is meant: once nothing is infinite, nothing is replaced.

`log(0)` counts as 0 here, and behind a mask it would be -23.
"""

import numpy as np
import tensorflow as tf
import torch


def sizes(wh, anchors):
    wh = tf.math.log(wh / anchors)
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `wh / anchors` stays above 0
    # fixed: tf.math.log(tf.where(wh / anchors <= 0, tf.ones_like(wh / anchors), wh / anchors))
    # or (unsafe): tf.math.log(tf.maximum(wh / anchors, 1e-10))
    wh = tf.where(tf.math.is_inf(wh), tf.zeros_like(wh), wh)
    return wh


def of_finite_ones(x):
    p = tf.nn.relu(x)
    y = tf.math.log(p)
    #   ^^^^^^^^^^^^^^ NAN202 warning: `tf.where(…)` repairs the value but leaves the gradient NaN where `p` is 0
    # fixed: tf.math.log(tf.where(p > 0, p, tf.ones_like(p)))
    # or (unsafe): tf.math.log(tf.maximum(p, 1e-10))
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
    # fixed: np.log(np.where(x <= 0, 1.0, x))
    # or (unsafe): np.log(np.maximum(x, 1e-10))
    return np.where(np.isinf(y), 0, y)


def by_another_number(x):
    p = torch.sigmoid(x)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0
    # fixed (unsafe): torch.nn.functional.logsigmoid(x)
    # removes: p = torch.sigmoid(x)
    # or (unsafe): torch.log(torch.clamp(p, 1e-10, 1.0))
    return torch.where(torch.isfinite(y), y, -50.0)


def after_a_sum(x):
    p = torch.sigmoid(x)
    y = torch.log(p) + 3
    #   ^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0
    # fixed (unsafe): torch.nn.functional.logsigmoid(x)
    # removes: p = torch.sigmoid(x)
    # or (unsafe): torch.log(torch.clamp(p, 1e-10, 1.0))
    return torch.where(torch.isfinite(y), y, 0.0)


def of_what_is_computed(x):
    y = torch.log(torch.sigmoid(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN
    # fixed (unsafe): torch.nn.functional.logsigmoid(x)
    # or (unsafe): torch.log(torch.clamp(torch.sigmoid(x), 1e-10, 1.0))
    return torch.where(torch.isfinite(y), y, 0.0)


def asked_at_once(x):
    p = torch.sigmoid(x) / 2
    return torch.where(torch.isinf(torch.log(p)), 0.0, torch.log(p))
    #                                                  ^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value
    # fixed: torch.log(torch.where(p <= 0, 1.0, p))
    # or (unsafe): torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)
    #                              ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a sigmoid is for inputs below -89
    # fixed: nothing


def filled_in(x):
    p = torch.relu(x)
    return torch.nan_to_num(torch.log(p), neginf=0.0), torch.nan_to_num(torch.log(torch.softmax(x, -1)), neginf=-9.0)
    #                                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: `….nan_to_num(…)` repairs the value
    # fixed (unsafe): torch.log_softmax(x, -1)
    # or (unsafe): torch.log(torch.clamp(torch.softmax(x, -1), 1e-10, 1.0))


def as_large_as_can_be(x):
    return torch.nan_to_num(torch.log(torch.softmax(x, -1)))
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: `….nan_to_num(…)` repairs the value
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(torch.softmax(x, -1), 1e-10, 1.0))
