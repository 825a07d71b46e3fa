"""A module that averages what a mask keeps divides by 0 where it keeps nothing of a row, which is padding throughout.

The weights of a layer, and what is computed to be positive, are no mask; nor is a mask of which all is summed.
"""

import flax.linen as fnn
import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import nn

L = tf.keras.layers


class MeanPool(L.Layer):
    def call(self, inputs, mask=None):
        mask = tf.cast(mask, inputs.dtype)[..., tf.newaxis]
        total = tf.reduce_sum(inputs * mask, axis=1)
        count = tf.reduce_sum(mask, axis=1)
        return total / count, total / tf.maximum(count, 1.0), tf.math.divide_no_nan(total, count)
        #      ^^^^^^^^^^^^^ NAN102 information: `count` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing
        # or (unsafe): tf.math.divide_no_nan(total, count)


class Sentence(nn.Module):
    def forward(self, hidden, attention_mask):
        kept = attention_mask.unsqueeze(-1).expand(hidden.size()).float()
        total = torch.sum(hidden * kept, 1)
        return total / kept.sum(1), total / kept.sum(1).clamp(min=1e-9), total / (kept.sum(1) + 1e-6)
        #      ^^^^^^^^^^^^^^^^^^^ NAN102 information: `kept.sum(1)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing


class Pooled(fnn.Module):
    @fnn.compact
    def __call__(self, x, mask):
        return jnp.sum(fnn.Dense(8)(x) * mask, 1) / jnp.sum(mask, 1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sum(mask, 1)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing


class Weighed(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(5))
        self.gate = nn.Linear(5, 5)

    def forward(self, x, mask):
        shares = torch.softmax(self.gate(x), -1)
        rising = torch.exp(-mask.abs())
        by_shares = (x * shares).sum(-1) / shares.sum(-1) + (x * rising).sum(-1) / rising.sum(-1)
        return by_shares, (x * self.weight).sum(-1) / self.weight.sum(), (x * mask).sum() / mask.sum()


def accuracy(hits, mask):
    return (hits * mask).sum(-1) / mask.sum(-1)
