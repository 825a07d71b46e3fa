"""A mask around a root stops its gradient by a product with 0, and the root's own is infinite at 0: NaN (executed).

The floor stands below the root; NumPy takes no derivative, and its mask may stand around it.
"""

import numpy as np
import tensorflow as tf
import torch


def batch_norm(x):
    mean, var = x.mean(0), x.var(0)
    return (x - mean) / torch.sqrt(var)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt(var)` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x - mean) / torch.sqrt(torch.clamp(var, min=1e-12))
    # from: `x.var(0)` made here, exactly 0 where all elements are equal
    # from: `torch.sqrt(var)` made here, values in [0, inf]
    #                   ^^^^^^^^^^^^^^^ NAN301 information: `var` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(var, min=1e-10))
    # or (unsafe): torch.sqrt(var + 1e-8)
    # from: `x.var(0)` made here, exactly 0 where all elements are equal


@tf.function(jit_compile=True)
def instance_norm(x):
    mean, var = tf.nn.moments(x, axes=[1, 2], keepdims=True)
    return (x - mean) / tf.sqrt(var)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.sqrt(var)` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x - mean) / tf.sqrt(tf.maximum(var, 1e-12))
    # from: `tf.nn.moments(x, axes=[1, 2], keepdims=True)` made here, exactly 0 where all elements are equal
    # from: `tf.sqrt(var)` made here, values in [0, inf]
    #                   ^^^^^^^^^^^^ NAN301 information: `var` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(var, 1e-10))
    # or (unsafe): tf.sqrt(var + 1e-8)
    # from: `tf.nn.moments(x, axes=[1, 2], keepdims=True)` made here, exactly 0 where all elements are equal


def log_deviation(x):
    return torch.log(x.var(-1).sqrt())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `x.var(-1).sqrt()` can be 0, as a variance is where all elements are equal: log(0) is -inf; keep it above 0
    # fixed: torch.log(x.var(-1).clamp(min=1e-12).sqrt())
    # from: `x.var(-1)` made here, exactly 0 where all elements are equal
    # from: `x.var(-1).sqrt()` made here, values in [0, inf]
    #                ^^^^^^^^^^^^^^^^ NAN301 information: `x.var(-1)` is a variance and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed: nothing
    # or (unsafe): (x.var(-1) + 1e-8).sqrt()
    # from: `x.var(-1)` made here, exactly 0 where all elements are equal


def scaled(x):
    return x / np.sqrt(np.var(x, axis=0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.sqrt(np.var(x, axis=0))` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / np.maximum(np.sqrt(np.var(x, axis=0)), 1e-10)
    # or (unsafe): x / (np.sqrt(np.var(x, axis=0)) + 1e-8)
    # from: `np.var(x, axis=0)` made here, exactly 0 where all elements are equal
    # from: `np.sqrt(np.var(x, axis=0))` made here, values in [0, inf]


def of_a_relu(x):
    x = torch.relu(x)
    return x / torch.sqrt(x.sum(-1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(x.sum(-1, keepdim=True))` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / torch.sqrt(x.sum(-1, keepdim=True)).clamp(min=1e-7)
    # or (unsafe): x / (torch.sqrt(x.sum(-1, keepdim=True)) + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `torch.sqrt(x.sum(-1, keepdim=True))` made here, values in [0, inf]
