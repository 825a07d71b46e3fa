"""Squared distances from a Gram matrix and its diagonal: of each with itself they are below 0, by rounding."""

import jax.numpy as jnp
import tensorflow as tf
import tensorflow.compat.v1 as tf1
import torch


def pairwise_loss(emb):
    dot = tf.matmul(emb, tf.transpose(emb))
    sq = tf.linalg.diag_part(dot)
    dist = tf.expand_dims(sq, 0) - 2.0 * dot + tf.expand_dims(sq, 1)
    return tf.sqrt(tf.maximum(dist, 0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.maximum(dist, 0.0)` can be 0, as a squared distance from products can: sqrt has an infinite gradient at 0
    # fixed (unsafe): tf.sqrt(tf.maximum(dist, 1e-10))
    # or (unsafe): tf.sqrt(tf.maximum(dist, 0.0) + 1e-8)
    # from: `tf.expand_dims(sq, 0) - 2.0 * dot + tf.expand_dims(sq, 1)` made here, exactly 0 where a row meets itself


def of_rows(x):
    gram = torch.mm(x, x.t())
    n = torch.diag(gram)
    return torch.sqrt(n[None, :] + n[:, None] - 2 * gram)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `n[None, :] + n[:, None] - 2 * gram` is a squared distance from products and can be below 0: sqrt(-1) is NaN
    # fixed: torch.sqrt(torch.clamp(n[None, :] + n[:, None] - 2 * gram, min=1e-10))
    # from: `n[None, :] + n[:, None] - 2 * gram` made here, below 0 by rounding, where both are nearly equal


def kernel(x):
    g = x @ x.T
    n = jnp.diag(g)
    return jnp.exp(-(n[:, None] + n[None, :] - 2 * g))


def of_two(x, y):
    g, h = x @ x.T, x @ y.T
    return jnp.sqrt(jnp.abs(jnp.diag(g)[:, None] - h) + 1.0)


def by_the_name_of_the_first_tensorflow(x):
    dot = tf1.matmul(x, x, transpose_b=True)
    sq = tf1.diag_part(dot)
    return tf1.sqrt(sq[:, None] - 2 * dot + sq[None, :]), tf1.sqrt(tf1.maximum(sq[:, None] - 2 * dot + sq[None], 1e-9))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `sq[:, None] - 2 * dot + sq[None, :]` is a squared distance from products and can be below 0: sqrt(-1) is NaN
    # fixed: tf1.sqrt(tf1.maximum(sq[:, None] - 2 * dot + sq[None, :], 1e-10))
    # from: `sq[:, None] - 2 * dot + sq[None, :]` made here, below 0 by rounding, where both are nearly equal
