# `where` multiplies the gradient of the side that it does not choose by 0, and 0 times infinite is NaN.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def pytorch(z):
    p = torch.softmax(z, -1)
    a = torch.where(p > 0, torch.log(p), 0.0)
    #                      ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.where(p > 0, p, 1.0))
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    b = torch.where(p <= 0, 0.0, p * p.log())
    #                                ^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.where(p <= 0, 1.0, p).log()
    # or: p.clamp(1e-10, 1.0).log()
    c = torch.log(p).masked_fill(p == 0, 0.0)
    #   ^^^^^^^^^^^^ NAN302 warning: `torch.log(…).masked_fill(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(p.masked_fill(p == 0, 1.0))
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    d = p.log().masked_fill(p <= 0, 0.0)
    #   ^^^^^^^ NAN302 warning: `p.log().masked_fill(p <= 0, 0.0)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: p.masked_fill(p <= 0, 1.0).log()
    # or: p.clamp(1e-10, 1.0).log()
    positive = p > 0
    e = torch.where(positive, torch.log(p), torch.zeros_like(p))
    #                         ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.where(positive, p, 1.0))
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    f = torch.where(p < 1, torch.log(1 - p), 0.0)
    #                      ^^^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `1 - p` is 0; mask it first
    # fixed: torch.log(torch.where(p < 1, 1 - p, 1.0))
    g = torch.where(p > 0, torch.sqrt(p), 0.0)
    #                      ^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.sqrt(torch.where(p > 0, p, 1.0))
    s = torch.exp(torch.sigmoid(z)) - 1
    h = torch.where(s > 0, z / s, 0.0)
    #                      ^^^^^ NAN302 warning: `torch.where(s > 0, z / s, 0.0)` masks the value but leaves the gradient NaN where `s` is 0; mask it first
    # fixed: z / torch.where(s > 0, s, 1.0)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN302 warning: `torch.where(p > 1e-8, y, 0.0)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.where(p > 1e-8, p, 1.0))
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    i = torch.where(p > 1e-8, y, 0.0)
    return a, b, c, d, e, f, g, h, i


def tensorflow(z):
    p = tf.nn.softmax(z)
    a = tf.where(p > 0, tf.math.log(p), 0.0)
    #                   ^^^^^^^^^^^^^^ NAN302 warning: `tf.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: tf.nn.log_softmax(z)
    # or: tf.math.log(tf.where(p > 0, p, 1.0))
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    b = tf.where(p > 0, p**0.5, tf.zeros_like(p))
    #                   ^^^^^^ NAN302 warning: `tf.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: tf.where(p > 0, p, tf.ones_like(p))**0.5
    return a, b


def of_jax(z):
    p = jax.nn.softmax(z)
    return jnp.where(p > 0, p * jnp.log(p), 0)
    #                           ^^^^^^^^^^ NAN302 warning: `jnp.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: jax.nn.log_softmax(z)
    # or: jnp.log(jnp.where(p > 0, p, 1.0))
    # or: jnp.log(jnp.clip(p, 1e-10, 1.0))


def of_the_unknown(x: torch.Tensor, y: torch.Tensor):
    a = torch.where(x > 0, torch.log(x), 0.0)
    #                      ^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
    # fixed: torch.log(torch.where(x > 0, x, 1.0))
    b = torch.where(y != 0, x / y, 0.0)
    #                       ^^^^^ NAN302 information: `torch.where(y != 0, x / y, 0.0)` masks the value but leaves the gradient NaN where `y` is 0; mask it first
    # fixed: x / torch.where(y != 0, y, 1.0)
    return a, b


def bounds_around_a_divisor(x: torch.Tensor):
    above = torch.where(x > 1e-6, 1 / x, 0.0)
    #                             ^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN unless `x` stays away from 0; mask it first
    from_zero = torch.where(x >= 0, 1 / x, 0.0)
    return above, from_zero
