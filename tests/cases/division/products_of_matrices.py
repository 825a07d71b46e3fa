"""A product of matrices adds up products: where none is negative it is 0 for a row that is 0, as after a ReLU.

Ones as a factor add up the rows of the other: of a mask they count what it keeps.
"""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn as nn
import torch.nn.functional as F


class LinearAttention(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.qkv = nn.Linear(dim, 3 * dim)

    def forward(self, x):
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        q, k = torch.relu(q), torch.relu(k)
        norm = torch.einsum("bnd,bd->bn", q, k.sum(dim=1))
        return q @ (k.transpose(-2, -1) @ v) / norm.unsqueeze(-1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `norm.unsqueeze(-1)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


class WithElu(nn.Module):
    def __init__(self, dim):
        super().__init__()
        self.lin = nn.Linear(dim, dim)

    def forward(self, x):
        e = F.elu(self.lin(x)) + 1
        return e / (e @ e.sum(0)).unsqueeze(-1)


def factorized(params, v):
    w, h = jax.nn.relu(params["w"]), jax.nn.relu(params["h"])
    return jnp.sum(v / (w @ h))
    #              ^^^^^^^^^^^ NAN102 warning: `(w @ h)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


loss = jax.grad(factorized)


def above_0(q, k, v):
    q, k = jax.nn.relu(q) + 1e-3, jax.nn.relu(k) + 1e-3
    return q @ (k.T @ v) / jnp.einsum("nd,d->n", q, k.sum(0))[:, None]


class Pooled(tf.keras.layers.Layer):
    def build(self, shape):
        self.dense = tf.keras.layers.Dense(16)

    def call(self, x, lengths):
        mask = tf.cast(tf.greater(lengths, 0.0), tf.float32)
        count = tf.matmul(mask, tf.ones([40, 1]))
        return tf.matmul(mask[:, None], self.dense(x)) / count[:, None]
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `count[:, None]` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def neighbours(pos, x, radius):
    near = (torch.cdist(pos, pos) > radius).float()
    return near @ x / (near @ torch.ones(len(x), 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(near @ torch.ones(len(x), 1))` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN


def shares(x, y):
    p = torch.softmax(x, -1)
    return p / (p @ torch.ones(x.size(-1), 1)), F.one_hot(y, 10).float() @ x / (F.one_hot(y, 10).float() @ torch.ones(10, 1))
