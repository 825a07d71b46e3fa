"""A share of a uniform distribution keeps every probability above 0, though the share has a default or a size no name tells."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def divided_by_a_parameter(logits, n):
    p = (1 - 0.01) * torch.softmax(logits, -1) + 0.01 / n
    return torch.log(p)


def share_with_a_default(logits, share=0.01):
    p = torch.softmax(logits, -1)
    uniform = torch.ones_like(p) / p.shape[-1]
    return torch.log((1 - share) * p + share * uniform)


class Head:
    def __init__(self, share=0.01):
        self.share = share

    def forward(self, logits):
        p = torch.softmax(logits, -1)
        uniform = torch.ones_like(p) / p.shape[-1]
        return torch.log((1 - self.share) * p + self.share * uniform)


def one_way_it_is_followed(logits, share=0.01):
    p = torch.softmax(logits, -1)
    return torch.log((1 - share) * p + share / p.shape[-1])


def in_tensorflow(logits, eps=0.1):
    p = tf.nn.softmax(logits)
    uniform = tf.ones_like(p) / tf.cast(tf.shape(p)[-1], tf.float32)
    return tf.math.log((1.0 - eps) * p + eps * uniform)


def in_jax(logits, alpha=0.05):
    p = jax.nn.softmax(logits)
    return jnp.log((1 - alpha) * p + alpha * jnp.ones_like(p) / logits.shape[-1])


def of_a_loss(p, classes):
    smooth = p * 0.9 + 0.1 / classes
    return -torch.log(smooth).mean()


class Policy(torch.nn.Module):
    def __init__(self, n_actions, exploration=0.05):
        super().__init__()
        self.n_actions, self.exploration = n_actions, exploration

    def forward(self, probabilities):
        mixed = (1 - self.exploration) * probabilities + self.exploration * (1.0 / self.n_actions)
        return mixed.log()


def of_another(logits, q, share=0.01):
    p = torch.softmax(logits, -1)
    return torch.log((1 - share) * p + share * q)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(1 - share) * p + share * q` stays above 0: log(0) is -inf


def without_a_default(logits, q, share):
    return torch.log((1 - share) * torch.softmax(logits, -1) + share * q)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(1 - share) * torch.softmax(logits, -1) + share * q` stays above 0: log(0) is -inf


def nothing_is_left(logits, n):
    return torch.log(torch.softmax(logits, -1) - 0.01 / n)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.softmax(logits, -1) - 0.01 / n` stays above 0: log(0) is -inf


def over_a_difference(logits, a, b):
    return torch.log(torch.softmax(logits, -1) + 1 / (a - b))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.softmax(logits, -1) + 1 / (a - b)` stays above 0: log(0) is -inf


def of_no_share(logits, share=0.0):
    p = torch.softmax(logits, -1)
    return torch.log((1 - share) * p + share * torch.ones_like(p) / p.shape[-1])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…) * p + share * torch.ones_li…(…) / p.shape[…]` can be 0, as a softmax can: log(0) is -inf; keep it above 0
