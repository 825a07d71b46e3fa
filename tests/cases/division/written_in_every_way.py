"""A quotient is one by whatever it is written with: a sign, a function, a method, a reciprocal or the power -1.

The factor beside a reciprocal is what is divided.
"""

import jax
import jax.numpy as jnp
import keras
import tensorflow as tf
import torch
from jax import lax
from keras import ops


def functions_loss(x, m):
    by_sign = (x * m).sum() / m.sum()
    #         ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    by_div = torch.div((x * m).sum(), m.sum())
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    by_divide = torch.divide((x * m).sum(), m.sum())
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    by_name = torch.true_divide(other=m.sum(), input=(x * m).sum())
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    return by_sign + by_div + by_divide + by_name


def methods_loss(x, m):
    return (x * m).sum().div(m.sum()) + (x * m).sum().true_divide(m.sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    #                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0


def reciprocals_loss(x, m):
    by_method = (x * m).sum() * m.sum().reciprocal()
    #                           ^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: 1 / 0 is Inf; keep it away from 0
    by_function = torch.mul(torch.reciprocal(m.sum()), (x * m).sum())
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: 1 / 0 is Inf; keep it away from 0
    return by_method + by_function + (x * m).sum() * (1 / m.sum())
    #                                                 ^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0


def named_loss(x, m):
    scale = m.sum().reciprocal()
    #       ^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum()` can be 0 where all weights are 0: 1 / 0 is Inf; keep it away from 0
    return (x * m).sum() * scale


def powers_loss(x, m):
    return (x * m).sum() * m.sum() ** -1 + (x * m).sum() * m.sum().pow(-1)
    #                      ^^^^^^^^^^^^^ NAN103 information: `m.sum()` can be 0 where all weights are 0: 0 ** -1 is Inf; keep it away from 0
    #                                                      ^^^^^^^^^^^^^^^ NAN103 information: `m.sum()` can be 0 where all weights are 0: 0 ** -1 is Inf; keep it away from 0


def overlap_loss(p, t):
    return 1 - torch.div(2 * (p * t).sum(), p.sum() + t.sum())
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `p.sum() + t.sum()` can be 0 where both sets are empty: x / 0 is Inf or NaN; keep it away from 0


def whole_loss(v, iou):
    return (v.abs().div(1 - iou + v.abs())).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `1 - iou + v.abs()` can be 0 where the part and the rest are 0: x / 0 is Inf or NaN; keep it away from 0


def classes_loss(p, t):
    weights = t.sum(0).reciprocal()
    #         ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `t.sum(0)` can be 0 where a class does not occur: 1 / 0 is Inf; keep it away from 0
    return (weights * (p * t).sum(0)).mean()


def sizes_loss(x):
    return (x * x.abs().sum(-1, keepdim=True).reciprocal()).mean()
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.abs().sum(-1, keepdim=True)` can be 0 where all elements are 0: 1 / 0 is Inf; keep it away from 0
    # fixed: x.abs().sum(-1, keepdim=True).clamp(min=1e-7).reciprocal()
    # or (unsafe): (x.abs().sum(-1, keepdim=True) + 1e-8).reciprocal()


def targets_loss(p, y):
    return torch.div((p - y).abs(), y.abs()).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y.abs()` can be 0 where all that it is computed from is 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.div((p - y).abs(), torch.clamp(y.abs(), min=1e-7))
    # or (unsafe): torch.div((p - y).abs(), y.abs() + 1e-8)


def masked_loss(p, m):
    p = p.softmax(-1) * m
    return torch.div(p, p.sum(-1, keepdim=True)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `p.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0


def of_tensorflow_loss(x, m):
    total, kept = tf.reduce_sum(x * m), tf.reduce_sum(m)
    return tf.divide(total, tf.reduce_sum(m)) + tf.truediv(total, kept) + total * tf.math.reciprocal(tf.reduce_sum(m))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(m)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    #                                           ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `kept` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    #                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(m)` can be 0 where all weights are 0: 1 / 0 is Inf; keep it away from 0


def of_jax(x, m):
    total = jnp.sum(x * m)
    return jnp.divide(total, jnp.sum(m)) + jnp.true_divide(total, jnp.sum(m)) + lax.div(total, jnp.sum(m))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sum(m)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    #                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sum(m)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    #                                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sum(m)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0


grad = jax.grad(of_jax)


class OfKeras(keras.losses.Loss):
    def call(self, x, m):
        return ops.divide(ops.sum(x * m), ops.sum(m)) + ops.sum(x * m) * ops.power(ops.sum(m), -1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `ops.sum(m)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
        #                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 information: `ops.sum(m)` can be 0 where all weights are 0: 0 ** -1 is Inf; keep it away from 0


# A root that is a divisor is told of the division alone.


def directions(x: torch.Tensor):
    return x * torch.sqrt((x * x).sum(-1, keepdim=True)).reciprocal()
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((…).sum(…))` is a norm, exactly 0 for a vector of zeros: 1 / 0 is Inf; keep it away from 0
    # fixed: torch.sqrt(torch.clamp((x * x).sum(-1, keepdim=True), min=1e-12)).reciprocal()


# What is weighed by other weights, kept away from 0, or raised to another power is as silent as it is with a sign.


def other_weights_loss(x, w, v):
    return torch.div((x * w).sum(), v.sum()) + (x * w).sum() * v.sum().reciprocal() + v.sum() ** -1


def masks_loss(x, m):
    return torch.div((x * m).sum(), m.sum() + 1e-6) + (x * m).sum() * m.sum().clamp(min=1).reciprocal()


def squares_loss(x, m):
    return (x * m).sum() * m.sum() ** 2
