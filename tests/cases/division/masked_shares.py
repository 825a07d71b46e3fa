"""Shares that a mask sets to 0 are divided by their sum, which is 0 where a whole row is masked, however the mask is put on."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import nn


class Filled(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)

    def by_what_is_not_kept(self, x, mask):
        w = torch.sigmoid(self.fc(x)).masked_fill(~mask, 0)
        return w / w.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `w.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0

    def in_place(self, x, padding):
        w = torch.sigmoid(self.fc(x))
        w.masked_fill_(padding, 0.0)
        return w / w.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `w.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0

    def of_a_softmax(self, x, mask):
        w = torch.softmax(self.fc(x), -1).masked_fill(mask == 0, 0.0)
        return w / w.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `w.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0

    def chosen(self, x, mask):
        w = torch.where(mask, torch.sigmoid(self.fc(x)), torch.zeros_like(x))
        return w / w.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `w.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0

    def chosen_the_other_way_round(self, x, mask):
        w = torch.where(mask == 0, 0.0, torch.sigmoid(self.fc(x)))
        return w / w.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `w.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0

    def of_ones(self, mask):
        w = torch.where(mask, 1.0, 0.0)
        return w / w.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `w.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0

    def by_a_comparison(self, x):
        z = self.fc(x)
        w = torch.sigmoid(z) * (z > 0).float()
        p = torch.softmax(z, -1) * (z > 3)
        return w / w.sum(-1, keepdim=True), p / p.sum(-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `w.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0
        #                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `p.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0


def of_exponentials(z, mask):
    e = torch.exp(z - z.max(-1, keepdim=True).values).masked_fill(mask, 0)
    return e / e.sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `e.sum(-1, keepdim=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0


def loss(params, x, mask):
    z = x @ params
    e = jnp.where(mask, jnp.exp(z - z.max(-1, keepdims=True)), 0.0)
    p = jnp.where(mask, jax.nn.softmax(z), 0.0)
    return jnp.sum(e / e.sum(-1, keepdims=True)) + jnp.sum(p / p.sum(-1, keepdims=True))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `e.sum(-1, keepdims=True)` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0
    #                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `p.sum(-1, keepdims=True)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0


grad = jax.grad(loss)


class Chosen(tf.keras.layers.Layer):
    def call(self, z, mask):
        w = tf.where(mask, tf.sigmoid(z), 0.0)
        return w / tf.reduce_sum(w, -1, keepdims=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(…)` can be 0 where a whole row is masked: x / 0 is Inf or NaN; keep it away from 0


# A mask that leaves something in each row masks none of them.


class Left(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.fc = nn.Linear(3, 3)
        self.register_buffer("earlier", torch.tril(torch.ones(n, n)).bool())

    def what_came_before(self, x):
        w = torch.softmax(self.fc(x), -1).masked_fill(~self.earlier, 0)
        return w / w.sum(-1, keepdim=True)

    def the_first(self, x, lengths):
        w = torch.softmax(self.fc(x), -1) * (torch.arange(3) < lengths[:, None])
        return w / w.sum(-1, keepdim=True)

    def the_most_likely(self, x, share):
        p = torch.softmax(self.fc(x), -1)
        ordered, _ = torch.sort(p, descending=True)
        ordered = ordered.masked_fill(ordered.cumsum(-1) - ordered > share, 0.0)
        return ordered / ordered.sum(-1, keepdim=True)

    def those_near_the_most_likely(self, x, share):
        p = torch.softmax(self.fc(x), -1)
        p = p * (p >= share * p.max(-1, keepdim=True).values)
        return p / p.sum(-1, keepdim=True)


# Who asks of the mask before has thought of that, and what is added keeps the sum above 0.


class Kept(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(3, 3)

    def asked(self, x, mask):
        w = torch.sigmoid(self.fc(x)).masked_fill(~mask, 0)
        assert mask.any(-1).all()
        return w / w.sum(-1, keepdim=True)

    def asked_of_a_product(self, x, mask):
        w = torch.sigmoid(self.fc(x)) * mask
        if not torch.any(mask):
            return w
        return w / w.sum(-1, keepdim=True)

    def with_an_epsilon(self, x, mask):
        w = torch.softmax(self.fc(x), -1).masked_fill(~mask, 0)
        return w / (w.sum(-1, keepdim=True) + 1e-6), w / w.sum(-1, keepdim=True).clamp(min=1e-6)

    def where_there_is_a_sum(self, x, mask):
        w = torch.sigmoid(self.fc(x)).masked_fill(~mask, 0)
        total = w.sum(-1, keepdim=True)
        return w / torch.where(total > 0, total, torch.ones_like(total))

    def by_another_sum(self, x, mask):
        w = torch.sigmoid(self.fc(x))
        return w.masked_fill(~mask, 0) / w.sum(-1, keepdim=True)
