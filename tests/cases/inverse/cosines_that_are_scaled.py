"""A product of unit vectors that a constant scales, turns round or divides is that many times a cosine, and a bit more."""

import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import nn
from torch.nn.functional import normalize


class Proxies(nn.Module):
    def forward(self, x, w):
        d2 = 2 - 2 * normalize(x) @ normalize(w).T
        return torch.sqrt(d2), torch.sqrt(d2.clamp(min=1e-6))
        #      ^^^^^^^^^^^^^^ NAN103 warning: `d2` can be below 0 where a cosine similarity is above 1: sqrt(-1) is NaN; keep it above 0
        # fixed: torch.sqrt(torch.clamp(d2, min=1e-10))
        # from: `2 * normalize(x) @ normalize(w).T` made here, above 1 by rounding, for parallel vectors

    def beyond_rounding(self, x, w):
        return torch.sqrt(2.1 - 2 * normalize(x) @ normalize(w).T), torch.acos(0.99 * normalize(x) @ normalize(w).T)

    def turned(self, x, w):
        return torch.acos(-normalize(x) @ normalize(w).T)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `-normalize(…) @ n…ize(…).T` can be below -1 where a cosine similarity is above 1: acos is NaN beyond -1 and 1
        # fixed: torch.acos(torch.clamp(-normalize(x) @ normalize(w).T, -0.9999999, 0.9999999))
        # from: `-normalize(x) @ normalize(w).T` made here, above 1 by rounding, for parallel vectors

    def cooled(self, x, w):
        return torch.exp(normalize(x) / 0.005 @ normalize(w).T), torch.exp(normalize(x) / 0.07 @ normalize(w).T)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `normalize(…) / 0.…lize(…).T` can be 200 where a cosine similarity is above 1: exp overflows to Inf in float32
        # fixed (unsafe): torch.exp(torch.clamp(normalize(x) / 0.005 @ normalize(w).T, max=30.0))
        # from: `normalize(x) / 0.005 @ normalize(w).T` made here, above 1 by rounding, for parallel vectors

    def by_a_setting(self, x, w, t=0.5):
        return torch.acos(t * normalize(x) @ normalize(w).T)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `t *….T` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
        # fixed: torch.acos(torch.clamp(t * normalize(x) @ normalize(w).T, -0.9999999, 0.9999999))


def of_tensorflow(x, y):
    x, y = tf.math.l2_normalize(x, 1), tf.math.l2_normalize(y, 1)
    return tf.sqrt(2 - 2 * x @ tf.transpose(y)), tf.sqrt(2 + 1e-3 - tf.matmul(2 * x, y, transpose_b=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `2 - 2 * x @ tf.transpose(y)` can be below 0 where a cosine similarity is above 1: sqrt(-1) is NaN
    # fixed: tf.sqrt(tf.maximum(2 - 2 * x @ tf.transpose(y), 1e-10))
    # from: `2 * x @ tf.transpose(y)` made here, above 1 by rounding, for parallel vectors


def of_jax(x, y):
    x = x / jnp.maximum(jnp.linalg.norm(x, axis=1, keepdims=True), 1e-6)
    y = y / jnp.maximum(jnp.linalg.norm(y, axis=1, keepdims=True), 1e-6)
    return jnp.sqrt(2 - 2 * x @ y.T), jnp.sqrt(jnp.maximum(2 - 2 * x @ y.T, 1e-6))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `2 - 2 * x @ y.T` can be below 0 where a cosine similarity is above 1: sqrt(-1) is NaN; keep it above 0
    # fixed: jnp.sqrt(jnp.maximum(2 - 2 * x @ y.T, 1e-10))
    # from: `2 * x @ y.T` made here, above 1 by rounding, for parallel vectors
