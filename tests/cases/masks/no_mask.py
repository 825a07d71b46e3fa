# What looks like a mask and is none: a ReLU by hand, a part of the formula, a range, an epsilon against negative
# numbers.

import numpy as np
import tensorflow as tf
import torch


def activation_by_hand(z):
    h = torch.clamp(z, min=0)
    g = np.maximum(np.random.randn(3), 0)
    return torch.log(h), np.log(g)
    #      ^^^^^^^^^^^^ NAN101 warning: `h` can be 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(h, min=1e-10))
    #                    ^^^^^^^^^ NAN101 warning: `g` comes from a normal random number, and nothing keeps it above 0: log(0) is -inf
    # fixed: np.log(np.maximum(g, 1e-10))


def part_of_the_formula(z):
    p = torch.softmax(z, -1)
    return torch.log(p - 0.5)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p - 0.5` can be below 0 where a softmax is exactly 0: log(-1) is NaN; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(p - 0.5, 1e-10, 1.0))


def against_negative_numbers(z):
    x = tf.keras.layers.Dense(3)(z)
    return tf.math.log(x + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `x + 1e-8` comes from the output of a linear layer, and nothing keeps it above 0: log(-1) is NaN
    # fixed (unsafe): tf.math.log(tf.maximum(x + 1e-8, 1e-10))


def range_of_another_function(x):
    return torch.log(share(x))
    #      ^^^^^^^^^^^^^^^^^^^ NAN201 information: `torch.clamp(x, 0.0, 1.0)` masks nothing


def share(x):
    return torch.clamp(x, 0.0, 1.0)


def edge_of_log1p(x):
    z = torch.clamp(x, min=-1.0)
    return torch.log1p(z)
    #      ^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(x, min=-1.0)` masks nothing: its lower bound -1 is let through
    # fixed: z = torch.clamp(x, min=-1 + 1e-7)
    # adds: -1 + 1e-7


def chosen_by_value(z):
    p = torch.softmax(z, -1)
    q = torch.where(p > 0.5, torch.ones_like(p), p)
    return torch.log(1 - q)
