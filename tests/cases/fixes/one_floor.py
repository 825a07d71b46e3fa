"""A likelihood divides by what it takes the logarithm of: both see one floor, or the loss falls between two of them."""

import math

import tensorflow as tf
import torch
import torch.nn.functional as F


def gaussian(x, mu, h):
    var = F.relu(h)
    return (0.5 * torch.log(var) + 0.5 * (x - mu) ** 2 / var).mean()
    #             ^^^^^^^^^^^^^^ NAN101 warning: `var` is a ReLU
    # fixed: torch.log(torch.clamp(var, min=1e-7))
    # or (unsafe): torch.log(var + 1e-8)
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `var` is a ReLU
    # fixed: 0.5 * (x - mu) ** 2 / var.clamp(min=1e-7)
    # or (unsafe): 0.5 * (x - mu) ** 2 / (var + 1e-8)


def of_a_multiple(y, m, h):
    s = tf.nn.relu(h)
    return tf.reduce_mean(tf.math.log(2 * math.pi * s) + tf.square(y - m) / tf.maximum(s, 1e-4))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `2 * math.pi * s` can be 0, as a ReLU is for inputs of 0 or less
    # fixed: tf.math.log(tf.maximum(2 * math.pi * s, 1e-4))
    # or (unsafe): tf.math.log(2 * math.pi * s + 1e-8)


def as_the_author_says(x, mu, h):
    var = F.relu(h)
    return torch.log(torch.clamp(var, min=1e-3)) + torch.div((x - mu) ** 2, var)
    #                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `var` is a ReLU
    # fixed: torch.div((x - mu) ** 2, torch.clamp(var, min=1e-3))
    # or (unsafe): torch.div((x - mu) ** 2, var + 1e-8)


def a_floor_that_is_too_low(x, mu, h):
    var = F.relu(h)
    return torch.log(torch.clamp(var, min=1e-10)) + (x - mu) ** 2 / var
    #                                               ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `var` is a ReLU
    # fixed (unsafe): (x - mu) ** 2 / var.clamp(min=1e-7)
    # or (unsafe): (x - mu) ** 2 / (var + 1e-8)


def another_value(x, h):
    var = F.relu(h)
    a = torch.log(var)
    #   ^^^^^^^^^^^^^^ NAN101 warning: `var` is a ReLU
    # fixed: torch.log(torch.clamp(var, min=1e-10))
    # or (unsafe): torch.log(var + 1e-8)
    var = F.softplus(h) + 1.0
    return a, x / var


def not_divided_by(x, h):
    var = F.relu(h)
    return torch.log(var) + var / x.exp().clamp(min=1.0) + 2.0**var
    #      ^^^^^^^^^^^^^^ NAN101 warning: `var` is a ReLU
    # fixed: torch.log(torch.clamp(var, min=1e-10))
    # or (unsafe): torch.log(var + 1e-8)


def halved(p):
    v = torch.relu(p)
    return torch.log(v) + torch.div(v, 2.0)
    #      ^^^^^^^^^^^^ NAN101 warning: `v` is a ReLU
    # fixed: torch.log(torch.clamp(v, min=1e-10))
    # or (unsafe): torch.log(v + 1e-8)


def by_a_function(p, q):
    v = torch.relu(p)
    return torch.log(v) + torch.div(q, v)
    #      ^^^^^^^^^^^^ NAN101 warning: `v` is a ReLU
    # fixed: torch.log(torch.clamp(v, min=1e-7))
    # or (unsafe): torch.log(v + 1e-8)
    #                     ^^^^^^^^^^^^^^^ NAN102 warning: `v` is a ReLU
    # fixed: torch.div(q, torch.clamp(v, min=1e-7))
    # or (unsafe): torch.div(q, v + 1e-8)
