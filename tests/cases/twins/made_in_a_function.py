"""A function of the file that only returns a softmax is written out where its logarithm is taken: with the stable one."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


def policy(logits, temperature=2.0):
    """Return the probabilities of the actions."""
    return F.softmax(logits / temperature, dim=-1)


def likelihood(logits, actions):
    return torch.log(policy(logits)).gather(-1, actions)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `policy(logits)` is a softmax
    # fixed: F.log_softmax(logits / 2.0, dim=-1)
    # or: torch.log(torch.clamp(policy(logits), 1e-10, 1.0))
    # or (unsafe): torch.log(policy(logits) + 1e-8)


def entropy(logits):
    p = policy(logits)
    return -(p * torch.log(p)).sum()
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: F.log_softmax(logits / 2.0, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(p + 1e-8)


class Actor(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(4, 2)

    def probabilities(self, x):
        return torch.softmax(self.head(x), -1)

    def loss(self, x, labels):
        p = self.probabilities(x)
        return -(labels * p.log()).sum()
        #                 ^^^^^^^ NAN101 warning: `p` is a softmax
        # fixed: p.clamp(1e-10, 1.0).log()
        # or (unsafe): torch.log_softmax(raw_logits, -1)
        # or (unsafe): (p + 1e-8).log()


def squashed(x):
    return tf.sigmoid(x)


def cross_entropy(x, y):
    return -tf.reduce_mean(y * tf.math.log(squashed(x)))
    #                          ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `squashed(x)` is a sigmoid
    # fixed: tf.math.log_sigmoid(x)
    # or: tf.math.log(tf.clip_by_value(squashed(x), 1e-10, 1.0))
    # or (unsafe): tf.math.log(squashed(x) + 1e-8)


def attention(scores):
    scores = scores - 1.0
    return jax.nn.softmax(scores)


def of_more_than_one_statement(scores):
    return jnp.log(attention(scores))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `attention(scores)` is a softmax
    # fixed: jnp.log(jnp.clip(attention(scores), 1e-10, 1.0))
    # or (unsafe): jnp.log(attention(scores) + 1e-8)
