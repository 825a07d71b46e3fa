# The choice among operands is written with the condition of the outer one, where that is a call that can be repeated.

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def set_afterwards(z):
    p = torch.sigmoid(z)
    y = 1 / p
    #   ^^^^^ NAN302 warning: `y[p == 0] = 0` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: 1 / p.clamp(min=1e-7)
    # or (unsafe): 1 / (p + 1e-8)
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    y[p == 0] = 0
    return y


def filled_by_a_function(z):
    p = torch.sigmoid(z)
    return torch.masked_fill(torch.log(p + p), p == 0, 0.0)
    #                        ^^^^^^^^^^^^^^^^ NAN302 warning: `torch.masked_fill(…)` masks the value but leaves the gradient NaN where `p + p` is 0; mask it first
    # fixed: torch.log((p + p).masked_fill(p == 0, 1.0))
    # or: torch.log(torch.clamp(p + p, min=1e-10))
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89


def filled_by_a_method(z):
    p = torch.sigmoid(z)
    return torch.log(p + p).masked_fill(p == 0, 0.0)
    #      ^^^^^^^^^^^^^^^^ NAN302 warning: `torch.log(…).masked_fill(…)` masks the value but leaves the gradient NaN where `p + p` is 0; mask it first
    # fixed: torch.log((p + p).masked_fill(p == 0, 1.0))
    # or: torch.log(torch.clamp(p + p, min=1e-10))
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89


def chosen_by_a_method(z):
    p = torch.sigmoid(z)
    return p.log().where(p > 0, 0.0)
    #      ^^^^^^^ NAN302 warning: `p.log().where(p > 0, 0.0)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.nn.functional.logsigmoid(z)
    # or: p.clamp(1e-10, 1.0).log()
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89


def otherwise_computed(z, net):
    p = torch.sigmoid(z)
    return torch.where(p > 0, torch.log(p), net(p))
    #                         ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.nn.functional.logsigmoid(z)
    # or: torch.log(torch.where(p > 0, p, 1.0))
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89


def bound_anew(z):
    p = torch.sigmoid(z)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(z)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    p = p + 1
    return torch.where(p > 1, y, 0.0)


def asked_of_the_result(z):
    p = torch.sigmoid(z)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log(torch.where(p > 0, p, 1.0))
    # or (unsafe): torch.nn.functional.logsigmoid(z)
    # or (unsafe): torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    return torch.where(torch.isfinite(y), y, 0.0)


def near_one(z):
    p = torch.sigmoid(z)
    return torch.where(p < 1, torch.atanh(p), 0.0)
    #                         ^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 1; mask it first
    # fixed: torch.atanh(torch.where(p < 1, p, 0.5))
    # or: torch.atanh(torch.clamp(p, -0.9999999, 0.9999999))
    # from: `torch.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17


def of_tensorflow(z):
    p = tf.nn.softmax(z)
    return tf.where(p > 0, tf.math.log((p)), tf.zeros_like(p))
    #                      ^^^^^^^^^^^^^^^^ NAN302 warning: `tf.where(…)` masks the value but leaves the gradient NaN where `(p)` is 0; mask it first
    # fixed: tf.nn.log_softmax(z)
    # or: tf.math.log(tf.where(p > 0, p, tf.ones_like(p)))
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # from: `tf.nn.softmax(z)` made here, exactly 0 in float32 once a logit trails the largest by 87


def compiled(z):
    p = jax.nn.softmax(z)
    return jax.jit(jnp.where)(p > 0, jnp.log(p), 0.0)
    #                                ^^^^^^^^^^ NAN302 warning: `jax.jit(…)(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: jax.nn.log_softmax(z)
    # or: jnp.log(jax.jit(jnp.where)(p > 0, p, 1.0))
    # or: jnp.log(jnp.clip(p, 1e-10, 1.0))
    # from: `jax.nn.softmax(z)` made here, exactly 0 in float32 once a logit trails the largest by 87


def without_computing(z):
    p = np.exp(z) / np.sum(np.exp(z))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(z)` overflows, it is NaN; use NumPy's own
    # fixed: np.exp(z - np.max(z)) / np.sum(np.exp(z - np.max(z)))
    return np.log(p, where=p > 0)
