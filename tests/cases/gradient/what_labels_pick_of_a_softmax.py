# Labels, by their name, pick a share of each row of a softmax: it is exactly 1 where the prediction is right, and 0 where it is wrong.
# What values weigh, `sum(p * q)`, is none, and neither is an overlap over all rows.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def power_of_a_logarithm(logits, target):
    p = torch.softmax(logits, 1)
    p = (p * target).sum(1)
    return torch.pow(-torch.log(torch.clamp(p, 1e-6)), 0.3).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `-torch.log(…)` can be 0 where a softmax is exactly 1: x ** 0.3 has an infinite gradient at 0; keep it above 0


def of_one_hot_vectors(net, x, one_hot):
    p = net(x).softmax(-1)
    pt = (p * one_hot).sum(-1)
    loss = -((1 - pt) ** 0.5 * torch.log(pt + 1e-8)).mean()
    #        ^^^^^^^^^^^^^^^ NAN301 warning: `(1 - pt)` can be 0 where a softmax is exactly 1: x ** 0.5 has an infinite gradient at 0; keep it above 0
    loss.backward()


def in_arrays(logits, labels):
    pt = jnp.sum(jax.nn.softmax(logits) * labels, axis=-1)
    return jnp.mean(-jnp.log(pt))
    #                ^^^^^^^^^^^ NAN101 warning: `pt` can be 0, as a softmax is once a logit trails the largest by 87: log(0) is -inf; keep it above 0


def in_graphs(logits, y_true):
    pt = tf.reduce_sum(y_true * tf.nn.softmax(logits), -1)
    return tf.reduce_mean((1 - pt) ** 0.5)
    #                     ^^^^^^^^^^^^^^^ NAN301 warning: `(1 - pt)` can be 0 where a softmax is exactly 1: x ** 0.5 has an infinite gradient at 0; keep it above 0


def of_values(logits, q):
    v = (torch.softmax(logits, 1) * q).sum(1)
    return torch.log(v)
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `v` stays above 0: log(0) is -inf


def overlap(logits, target):
    p = torch.softmax(logits, 1)
    inter = (p * target).sum((0, 2, 3))
    return 1 - (2 * inter + 1) / (p.sum((0, 2, 3)) + target.sum((0, 2, 3)) + 1)


def squared(logits, target):
    pt = (torch.softmax(logits, 1) * target).sum(1)
    return ((1 - pt) ** 2 * -torch.log(pt.clamp(min=1e-7))).mean()


def of_all(logits, target):
    p = torch.softmax(logits, 1)
    inter = (p * target).sum()
    return torch.log((2 * inter) / (p.sum() + target.sum()))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(2 * inter) / (p.sum() + target.sum())` stays above 0: log(0) is -inf
