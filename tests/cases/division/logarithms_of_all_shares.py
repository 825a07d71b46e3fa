"""A log softmax is 0 for the class that leads, and then far below for the others: their sum is not 0, a pick of it is."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F


def normalized_cross_entropy(logits, labels):
    logp = F.log_softmax(logits, dim=1)
    one_hot = F.one_hot(labels, 10).float()
    return -torch.sum(one_hot * logp, dim=1) / (-logp.sum(dim=1))


def normalized_focal_loss(logits, loss):
    logp = F.log_softmax(logits, dim=-1)
    return loss / torch.sum(-1 * (1 - logp.exp()) ** 2 * logp, dim=-1)


def by_the_mean(logits, loss):
    return loss / -jnp.mean(jax.nn.log_softmax(logits, axis=-1), axis=-1)


def by_all(logits, loss):
    return loss / tf.reduce_sum(tf.nn.log_softmax(logits))


def by_what_is_picked(logits, labels, x):
    logp = F.log_softmax(logits, dim=1)
    one_hot = F.one_hot(labels, 10).float()
    return x / torch.sum(one_hot * logp, dim=1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(one_hot * logp, dim=1)` can be 0


def by_what_is_gathered(logits, labels, x):
    logp = F.log_softmax(logits, dim=1).gather(1, labels)
    return x / logp.sum(dim=1)
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `logp.sum(dim=1)` can be 0, as a log softmax can


def by_an_entropy(logits, x):
    logp = F.log_softmax(logits, dim=1)
    return x / torch.sum(logp.exp() * logp, dim=1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(logp.exp() * logp, dim=1)` can be 0


def by_each_class(logits, x):
    logp = jax.nn.log_softmax(logits, axis=1)
    return x / jnp.sum(logp, axis=0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sum(logp, axis=0)` can be 0, as a log softmax can
