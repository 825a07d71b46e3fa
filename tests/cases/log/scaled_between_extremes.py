"""What is scaled between its smallest and its largest element is exactly 0 and 1 there, in every batch.

The difference of the two extremes, and the largest distance from one of them, are 0 only where all elements are equal.
"""

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def scaled(x):
    s = (x - torch.min(x)) / (torch.max(x) - torch.min(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x - torch.min(x)) / (torch.max(x) - torch.min(x)).clamp(min=1e-7)
    # from: `torch.max(x) - torch.min(x)` made here, exactly 0 where all elements are equal
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` is a value scaled between the min and the max and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(s, 1e-10, 1.0))
    # from: `(x - torch.min(x)) / (torch.max(x) - torch.min(x))` made here, exactly 0 at the smallest or largest element itself


def complement(x):
    lo = tf.reduce_min(x)
    hi = tf.reduce_max(x)
    s = (x - lo) / (hi - lo)
    #   ^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(hi - lo)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x - lo) / tf.maximum(hi - lo, 1e-7)
    # or (unsafe): tf.math.divide_no_nan(x - lo, hi - lo)
    # from: `hi - lo` made here, exactly 0 where all elements are equal
    return tf.math.log(1 - s)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - s` can be 0 where a value scaled between the min and the max is exactly 1: log(0) is -inf
    # fixed: tf.math.log(tf.clip_by_value(1 - s, 1e-10, 1.0))
    # from: `(x - lo) / (hi - lo)` made here, exactly 1 at the other of the two


def by_the_largest(x):
    s = x - jnp.min(x, axis=-1, keepdims=True)
    s = s / jnp.max(s, axis=-1, keepdims=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.max(…)` is a difference from the min or max and can be exactly 0: x / 0 is Inf or NaN
    # fixed: s / jnp.maximum(jnp.max(s, axis=-1, keepdims=True), 1e-7)
    # or (unsafe): s / (jnp.max(s, axis=-1, keepdims=True) + 1e-8)
    # from: `jnp.max(s, axis=-1, keepdims=True)` made here, exactly 0 where all elements are equal
    return jnp.log(s)
    #      ^^^^^^^^^^ NAN101 warning: `s` is a value scaled between the min and the max and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed (unsafe): jnp.log(jnp.clip(s, 1e-10, 1.0))
    # from: `s / jnp.max(s, axis=-1, keepdims=True)` made here, exactly 0 at the smallest or largest element itself


def of_an_array(a):
    a = a - np.min(a)
    return a / np.max(a)
    #      ^^^^^^^^^^^^^ NAN102 information: `np.max(a)` is a difference from the min or max and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: a / np.maximum(np.max(a), 1e-10)
    # or (unsafe): a / (np.max(a) + 1e-8)
    # from: `np.max(a)` made here, exactly 0 where all elements are equal


def from_above(x):
    s = (torch.max(x) - x) / (torch.max(x) - torch.min(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (torch.max(x) - x) / (torch.max(x) - torch.min(x)).clamp(min=1e-7)
    # from: `torch.max(x) - torch.min(x)` made here, exactly 0 where all elements are equal
    loss = torch.sqrt(s).sum()
    #      ^^^^^^^^^^^^^ NAN301 warning: `s` is a value scaled between the min and the max and can be exactly 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(s, 1e-10, 1.0))
    # from: `(torch.max(x) - x) / (torch.max(x) - torch.min(x))` made here, exactly 0 at the smallest or largest element itself
    loss.backward()


def in_bounds(x):
    s = (x - torch.min(x)) / (torch.max(x) - torch.min(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x - torch.min(x)) / (torch.max(x) - torch.min(x)).clamp(min=1e-7)
    # from: `torch.max(x) - torch.min(x)` made here, exactly 0 where all elements are equal
    return torch.log(1 + s), torch.exp(s), torch.sqrt(4 - s * s)


def masked(x):
    s = (x - torch.min(x)) / (torch.max(x) - torch.min(x)).clamp(min=1e-7)
    return torch.log(s + 1e-6)


def of_another(x, y):
    s = (x - x.min()) / (y.max() - y.min()).clamp(min=1e-7)
    return torch.log(1.5 - s)
