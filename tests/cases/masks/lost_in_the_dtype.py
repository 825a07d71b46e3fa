# A mask is lost where its number is 0 in the dtype, or is swallowed by the 1 beside it.

import tensorflow as tf
import torch


def too_small(z):
    p = tf.nn.softmax(z)
    a = tf.math.log(p + 1e-39)
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-39` masks nothing: 1e-39 is 0 in float32
    b = tf.math.log(p + 1e-50)
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-50` masks nothing: 1e-50 is 0 in float32
    c = tf.math.log(tf.clip_by_value(p, 1e-40, 1.0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `tf.clip_by_value(p, 1e-40, 1.0)` masks nothing: its lower bound 1e-40 is 0 in float32
    d = tf.math.log(1.0 - tf.clip_by_value(p, 1e-8, 1.0 - 1e-8))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `tf.clip_by_value(…)` masks nothing: its upper bound 1.0 - 1e-8 is 1 in float32
    e = tf.math.log(1e-10 + 1 - p)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-10 + 1` masks nothing: 1 + 1e-10 is exactly 1 in float32
    q = torch.softmax(z, -1)
    f = torch.log(q + 1e-39)
    #   ^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `q + 1e-39` keeps the logarithm of a softmax finite
    g = torch.log(q + 1e-46)
    #   ^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `q + 1e-46` masks nothing: 1e-46 is 0 in float32
    return a, b, c, d, e, f, g


def large_enough_and_another_formula(z):
    p = torch.sigmoid(z)
    return torch.log(1 + 1e-3 - 2.0 * p)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 + 1e-3 - 2.0 * p` can be below 0 where a sigmoid is exactly 1: log(-1) is NaN; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(1 + 1e-3 - 2.0 * p, min=1e-10))


def moved_by_a_name(z, n: int):
    p = torch.sigmoid(z)
    return torch.log(1e-10 + n - p), torch.log(1e-10 + 1 - p)
    #                                ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-10 + 1` masks nothing: 1 + 1e-10 is exactly 1 in float32, and log(0) is -inf; add it last
    # fixed: torch.log(1 - p + 1e-10)


def lost_in_a_cast(z):
    p = torch.softmax(z, -1).clamp(min=1e-8)
    return torch.log(p.half()), torch.log(p.double())
    #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.softmax(z, -1).clamp(min=1e-8)` masks nothing: its lower bound 1e-8 is 0 in float16
