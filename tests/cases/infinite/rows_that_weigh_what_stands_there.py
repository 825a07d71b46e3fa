# A softmax weighs values as well where it is multiplied with all that stands at each place, and where a function returns it.
# Among the logits of a policy something is always allowed.

import jax
import jax.numpy as jnp
import keras
import numpy as np
import tensorflow as tf
import torch


class Pool(keras.layers.Layer):
    def call(self, v, mask):
        s = tf.where(mask, self.score(v), -float("inf") * tf.ones_like(mask))
        w = tf.nn.softmax(s, axis=1)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
        return tf.reduce_sum(w[..., tf.newaxis] * v, axis=1)


def pool(x, score, mask):
    w = torch.softmax(score.masked_fill(~mask, -torch.inf), 1).unsqueeze(-1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `score.masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    return (w * x).sum(1)


def pooled(x, score, mask):
    w = jax.nn.softmax(jnp.where(mask, score, -jnp.inf))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `jnp.where(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    return jnp.sum(jnp.multiply(jnp.expand_dims(w, -1), x), 1)


def weights_of(score, mask):
    return tf.nn.softmax(tf.where(mask, score, -np.inf))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `tf.where(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def apply(v, score, mask):
    return weights_of(score, mask) @ v


def attention_weights(score, mask):
    return keras.ops.softmax(keras.ops.where(mask, score, -np.inf)), mask
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `keras.ops.where(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def policy(logits, legal):
    return tf.nn.softmax(tf.where(legal, logits, -np.inf))


def act(logits, legal):
    return policy(logits, legal)


def expected(logits, legal, q):
    p = tf.nn.softmax(tf.where(legal, logits, -np.inf))
    return tf.reduce_sum(p * q, -1)


def finite(x, score, mask):
    w = tf.nn.softmax(tf.where(mask, score, -1e9), 1)
    return tf.reduce_sum(w[..., None] * x, 1)


def kept(x, score, mask):
    keep = mask | tf.eye(8, dtype=tf.bool)
    w = tf.nn.softmax(tf.where(keep, score, -np.inf), 1)
    return tf.reduce_sum(w[..., None] * x, 1)


def replaced(x, score, mask):
    w = tf.nn.softmax(tf.where(mask, score, -np.inf), 1)
    w = tf.where(tf.math.is_nan(w), 0.0, w)
    return tf.reduce_sum(w[..., None] * x, 1)
