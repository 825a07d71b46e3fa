# Each batch of sequences of several lengths has rows of padding. What sets them to 0 makes their norm 0, and 0 / 0 of them.

import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import nn


class Words(nn.Module):
    def __init__(self, words, width):
        super().__init__()
        self.embedding = nn.Embedding(words, width, padding_idx=0)

    def forward(self, ids):
        h = self.embedding(ids)
        return h / h.norm(dim=-1, keepdim=True)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.norm(…)` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / h.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    # or: nn.functional.normalize(h, dim=-1)
    # or (unsafe): h / (h.norm(dim=-1, keepdim=True) + 1e-8)
    # from: `h.norm(dim=-1, keepdim=True)` made here, exactly 0 for a row of padding


class Tokens(tf.keras.layers.Layer):
    def __init__(self, words, width):
        super().__init__()
        self.embedding = tf.keras.layers.Embedding(words, width)

    def unit(self, h):
        return h / tf.norm(h, axis=-1, keepdims=True)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.norm(…)` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(h), axis=-1, keepdims=True), 1e-12))
    # or: tf.math.l2_normalize(h, axis=-1)
    # from: `tf.norm(h, axis=-1, keepdims=True)` made here, exactly 0 for a row of padding

    def call(self, ids):
        keep = tf.cast(tf.not_equal(ids, 0), tf.float32)
        return self.unit(self.embedding(ids) * tf.expand_dims(keep, -1))


def units(h, ids):
    h = h * (ids > 0).astype(jnp.float32)[..., None]
    return h / jnp.sqrt(jnp.sum(h**2, axis=-1, keepdims=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sqrt(jnp.sum(…))` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / jnp.sqrt(jnp.maximum(jnp.sum(h**2, axis=-1, keepdims=True), 1e-12))
    # from: `jnp.sqrt(jnp.sum(h**2, axis=-1, keepdims=True))` made here, exactly 0 for a row of padding


# Along another axis only a sequence of padding is 0, and an epsilon keeps the rows apart from it.


class Whole(nn.Module):
    def __init__(self, words, width):
        super().__init__()
        self.embedding = nn.Embedding(words, width, padding_idx=None)

    def forward(self, ids):
        h = self.embedding(ids)
        return h / h.norm(dim=-1, keepdim=True)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: h / h.norm(dim=-1, keepdim=True).clamp(min=1e-6)
    # or: nn.functional.normalize(h, dim=-1)
    # or (unsafe): h / (h.norm(dim=-1, keepdim=True) + 1e-8)
    # from: `h.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros


def along_the_sequence(h, ids):
    h = h * (ids > 0).astype(jnp.float32)[..., None]
    return h / (jnp.linalg.norm(h, axis=1, keepdims=True) + 1e-3)


def masked(h, ids):
    h = h * (ids > 0).astype(jnp.float32)[..., None]
    return h / jnp.sqrt(jnp.sum(h**2, axis=-1, keepdims=True) + 1e-6)
