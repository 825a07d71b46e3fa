"""What two softmaxes agree on is 0 where each is sure of another class: the joint distribution of two clusterings.

A product with rows that were not transposed mixes them, `p @ q`, and what a softmax agrees on with itself is not 0.
"""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn as nn
import torch.nn.functional as F


def mutual_information(za, zb):
    pa, pb = F.softmax(za, 1), F.softmax(zb, 1)
    p = (pa.unsqueeze(2) * pb.unsqueeze(1)).sum(0)
    p = (p + p.t()) / 2
    p = p / p.sum()
    return -(p * torch.log(p)).sum()
    #            ^^^^^^^^^^^^ NAN101 information: `p` can be 0, as what two softmaxes agree on can: log(0) is -inf; keep it above 0


def as_product(za, zb):
    p = tf.matmul(tf.nn.softmax(za), tf.nn.softmax(zb), transpose_a=True)
    return -tf.reduce_sum(p * tf.math.log(p / tf.reduce_sum(p)))
    #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `p / tf.reduce_sum(p)` can be 0, as what two softmaxes agree on can: log(0) is -inf; keep it above 0


def as_equation(za, zb):
    p = jnp.einsum("bi,bj->ij", jax.nn.softmax(za), jax.nn.softmax(zb)) / za.shape[0]
    return -jnp.sum(p * jnp.log(p))
    #                   ^^^^^^^^^^ NAN101 information: `p` can be 0, as what two softmaxes agree on can: log(0) is -inf; keep it above 0


gradient = jax.grad(as_equation)


def consistency(za, zb):
    pa, pb = F.softmax(za, 1), F.softmax(zb, 1)
    return -torch.log((pa * pb).sum(-1)).mean() - (pa @ pb.T).log().mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `(pa * pb).sum(-1)` is what two softmaxes agree on and can be exactly 0: log(0) is -inf; keep it above 0
    #                                             ^^^^^^^^^^^^^^^^^ NAN101 information: `(pa @ pb.T)` is what two softmaxes agree on and can be exactly 0: log(0) is -inf; keep it above 0


class Mixture(nn.Module):
    def __init__(self, dim, n, classes):
        super().__init__()
        self.weights, self.classes = nn.Linear(dim, n), nn.Linear(dim, classes)

    def forward(self, h, y):
        weights = F.softmax(self.weights(h.mean(1)), dim=-1)
        p = F.softmax(self.classes(h), dim=-1)
        return F.nll_loss(torch.log((p * weights.unsqueeze(-1)).sum(1)), y)
        #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `(…).sum(…)` is what two softmaxes agree on and can be exactly 0: log(0) is -inf; keep it above 0


def never_0(za, zb):
    p, q = F.softmax(za, 1), F.softmax(zb, 1)
    return torch.log((p * p).sum(-1)), torch.log(p @ q + 1e-6), torch.log((p * q).sum(-1).clamp(min=1e-6))
