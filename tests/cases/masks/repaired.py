# A mask that does nothing is repaired where it is written, by a bound that the dtype can hold.

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch

EPS = 1e-8


def epsilon(z):
    p = torch.sigmoid(z)
    half = p.half()
    a = torch.log(half + 1e-8)
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `half + 1e-8` masks nothing: 1e-8 is 0 in float16
    # fixed: torch.log(half + 1e-4)
    b = 1 / (torch.relu(z.half()) + 1e-8)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.relu(z.half()) + 1e-8` masks nothing: 1e-8 is 0 in float16
    # fixed: 1 / (torch.relu(z.half()) + 4e-3)
    c = torch.log(1e-50 + p)
    #   ^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-50 + p` masks nothing: 1e-50 is 0 in float32
    # fixed: torch.log(1e-10 + p)
    d = torch.log((1e-10 + 1) - p)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-10 + 1` masks nothing: 1 + 1e-10 is exactly 1 in float32
    # fixed: torch.log(1 - p + 1e-10)
    e = torch.log(1 - (p - 1e-8))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p - 1e-8` masks nothing: 1 - 1e-8 is exactly 1 in float32
    # fixed: torch.log(1 - p + 1e-8)
    f = (1 + 1e-8 - p).log()
    #   ^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + 1e-8` masks nothing: 1 + 1e-8 is exactly 1 in float32
    # fixed: (1 - p + 1e-8).log()
    return a, b, c, d, e, f


def bounds(z):
    p = torch.sigmoid(z)
    a = torch.log(1.0 - p.clamp(EPS, 1.0 - EPS))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(EPS, 1.0 - EPS)` masks nothing: its upper bound 1.0 - EPS is 1 in float32
    # fixed: torch.log(1.0 - p.clamp(EPS, 1.0 - 1e-7))
    q = np.clip(1 / (1 + np.exp(-np.random.randn(3))), 0, 1)
    b = torch.log(torch.clamp(p, max=0.9))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(p, max=0.9)` masks nothing: it lets 0 through
    # fixed: torch.log(torch.clamp(p, max=0.9, min=1e-10))
    c = torch.log(p.clamp(max=0.9))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(max=0.9)` masks nothing: it lets 0 through
    # fixed: torch.log(p.clamp(max=0.9, min=1e-10))
    d = torch.log(torch.clamp_min(p, 0.0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp_min(p, 0.0)` masks nothing: its lower bound 0 is let through
    # fixed: torch.log(torch.clamp_min(p, 1e-10))
    return a, q, b, c, d


def swallowed_by_a_compiler(z):
    p = tf.nn.sigmoid(z)
    a = tf.math.log(1e-10 + 1 - p)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-10 + 1` masks nothing: 1 + 1e-10 is exactly 1 in float32
    # fixed: tf.math.log(tf.maximum(1 - p, 1e-7))
    b = tf.math.log(1 + EPS - p)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + EPS` masks nothing: 1 + 1e-8 is exactly 1 in float32
    # fixed: tf.math.log(tf.maximum(1 - p, 1e-7))
    q = jax.nn.sigmoid(z)
    c = jnp.log((1 + 1e-8) - q)
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + 1e-8` masks nothing: 1 + 1e-8 is exactly 1 in float32
    # fixed: jnp.log(jnp.maximum(1 - q, 1e-7))
    return a, b, c


class Model:
    def clipped(self, z):
        out = tf.sigmoid(z)
        self.out = tf.clip_by_value(out, 1e-8, 1 - 1e-8)
        return tf.math.log(self.out) + tf.math.log(1 - self.out)
        #                              ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `tf.clip_by_value(…)` masks nothing: its upper bound 1 - 1e-8 is 1 in float32
        # fixed: self.out = tf.clip_by_value(out, 1e-8, 1 - 1e-7)
        # adds: 1e-7
