# A division is found as an operator, a function, a method, a reciprocal and an augmented assignment.

import numpy as np
import tensorflow as tf
import torch


def functions(x, y):
    d, e = torch.relu(x), torch.relu(y)
    a = torch.div(x, d)
    #   ^^^^^^^^^^^^^^^ NAN102 warning: `d` is a ReLU
    b = torch.reciprocal(e)
    #   ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `e` is a ReLU
    return a, b


def methods(x, y):
    d, e = torch.relu(x), torch.relu(y)
    a = x.div(d)
    #   ^^^^^^^^ NAN102 warning: `d` is a ReLU
    b = e.reciprocal()
    #   ^^^^^^^^^^^^^^ NAN102 warning: `e` is a ReLU
    return a, b


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
