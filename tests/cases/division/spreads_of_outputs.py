"""What is scaled to between 0 and 1 in two steps is told as what is in one, and a warning of what a ReLU cuts off."""

import tensorflow as tf
import torch


def in_one_step(x):
    return (x - x.min()) / (x.max() - x.min())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(x.max() - x.min())` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN


def in_two_steps(x):
    x = x - x.min()
    return x / x.max()
    #      ^^^^^^^^^^^ NAN102 information: `x.max()` is a difference from the min or max and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def in_place(x):
    x -= tf.reduce_min(x)
    x /= tf.reduce_max(x)
   #^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_max(x)` is a difference from the min or max and can be exactly 0: x / 0 is Inf or NaN
    return x


def of_features(x):
    y = tf.nn.relu(x)
    y -= tf.reduce_min(y)
    y /= tf.reduce_max(y)
   #^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_max(y)` is a difference from the min or max and can be exactly 0: x / 0 is Inf or NaN
    return y


def shares_of_features(x):
    y = torch.relu(x)
    y = y.max() - y
    return y / y.sum()
    #      ^^^^^^^^^^^ NAN102 warning: `y.sum()` is a difference from the min or max and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
