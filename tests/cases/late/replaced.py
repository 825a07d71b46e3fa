# What is replaced behind the operation has the right value and still the wrong gradient.

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def repaired_value(z):
    p = torch.softmax(z, -1)
    a = torch.nan_to_num(torch.log(p))
    #                    ^^^^^^^^^^^^ NAN202 warning: `torch.nan_to_num(torch.log(p))` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    b = torch.log(p).clamp(min=-100)
    #   ^^^^^^^^^^^^ NAN202 warning: `torch.log(p).clamp(min=-100)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    y = p.log()
    #   ^^^^^^^ NAN202 warning: `torch.where(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.where(p > 0, p, 1.0).log()
    # or (unsafe): torch.log_softmax(z, -1)
    # or (unsafe): p.clamp(1e-10, 1.0).log()
    c = torch.where(torch.isfinite(y), y, torch.zeros_like(y))
    q = tf.nn.softmax(z)
    d = tf.maximum(tf.math.log(q), -100.0)
    #              ^^^^^^^^^^^^^^ NAN202 warning: `tf.maximum(…)` repairs the value but leaves the gradient NaN where `q` is 0; mask it first
    # fixed: tf.nn.log_softmax(z)
    # removes: q = tf.nn.softmax(z)
    # or: tf.math.log(tf.clip_by_value(q, 1e-10, 1.0))
    r = jax.nn.softmax(z)
    e = jnp.nan_to_num(jnp.log(r))
    #                  ^^^^^^^^^^ NAN202 warning: `jnp.nan_to_num(jnp.log(r))` repairs the value but leaves the gradient NaN where `r` is 0; mask it first
    # fixed: jax.nn.log_softmax(z)
    # removes: r = jax.nn.softmax(z)
    # or: jnp.log(jnp.clip(r, 1e-10, 1.0))
    return a, b, c, d, e


def rebound(z):
    p = torch.softmax(z, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN202 warning: `torch.nan_to_num(y)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    y = torch.nan_to_num(y)
    return y.sum() + y.mean()


def not_even_the_value(z):
    p = torch.sigmoid(z)
    a = (p * torch.log(p)).clamp(min=-5)
    #        ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(z)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    b = torch.log(p).clamp(max=5)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(z)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    return a, b


def only_the_value_counts(z):
    u = np.random.rand(3)
    a = np.nan_to_num(np.log(u))
    b = np.where(u > 0, np.log(u), 0)
    c = np.log(u, out=np.zeros_like(u), where=u > 0)
    y = np.log(u)
    y[np.isinf(y)] = 0
    w = np.log(u)
    w[u == 0] = 0
    p = torch.softmax(z, -1)
    with torch.no_grad():
        d = torch.nan_to_num(torch.log(p))
    return a, b, c, y, w, d
