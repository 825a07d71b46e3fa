# What stands behind the logarithm repairs the value and not the gradient.

import numpy as np
import tensorflow as tf
import torch


def too_late(x):
    p = torch.softmax(x, -1)
    a = torch.log(p) + 1e-8
    #   ^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.log(p) + 1e-8` comes too late
    b = torch.nan_to_num(torch.log(p))
    #                    ^^^^^^^^^^^^ NAN202 warning: `torch.nan_to_num(torch.log(p))` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    c = torch.log(p).clamp(min=-100)
    #   ^^^^^^^^^^^^ NAN202 warning: `torch.log(p).clamp(min=-100)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    q = tf.nn.softmax(x)
    d = tf.where(q > 0, tf.math.log(q), 0.0)
    #                   ^^^^^^^^^^^^^^ NAN302 warning: `tf.where(…)` masks the value but leaves the gradient NaN where `q` is 0; mask it first
    return a, b, c, d
