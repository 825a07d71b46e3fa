# A division is found as an operator, a function, a method, a reciprocal and an augmented assignment.

import numpy as np
import tensorflow as tf
import torch


def functions(x):
    d = torch.relu(x)
    a = torch.div(x, d)
    #   ^^^^^^^^^^^^^^^ NAN102 warning: `d` is a ReLU
    b = x.div(d)
    #   ^^^^^^^^ NAN102 warning: `d` is a ReLU
    c = torch.reciprocal(d)
    #   ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `d` is a ReLU
    e = d.reciprocal()
    #   ^^^^^^^^^^^^^^ NAN102 warning: `d` is a ReLU
    return a, b, c, e


def tensorflow(x):
    d = tf.nn.relu(x)
    return tf.divide(x, d), tf.math.divide_no_nan(x, d)
    #      ^^^^^^^^^^^^^^^ NAN102 warning: `d` is a ReLU


def augmented(x):
    d = torch.relu(x)
    x /= d
  # ^^^^^^ NAN102 warning: `d` is a ReLU
    return x


def numpy(x):
    d = np.maximum(x, 0)
    return x / d
    #      ^^^^^ NAN102 warning: `d` can be 0
