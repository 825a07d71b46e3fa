"""A relu of PyTorch or JAX answers 0 to a derivative that is NaN, as long as the root is 0 for its sake alone."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


def energy(h):
    e = torch.relu(h)
    return torch.sqrt(torch.sum(e**2)), e.mean().sqrt(), (3 * e / 2).sum() ** 0.5, torch.sqrt((e * e).sum(-1))


def two(a, b):
    return (F.relu(a).pow(2) + F.relu(b)).sum().sqrt()


@jax.jit
def of_jax(h):
    e = jax.nn.relu(h)
    return jnp.sqrt(jnp.sum(e**2)) + jnp.sqrt(jnp.max(e))


def of_tensorflow(h):
    e = tf.nn.relu(h)
    return tf.sqrt(tf.reduce_sum(e**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum(e**2)` can be 0, as a ReLU can


class Weighted(nn.Module):
    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(8))

    def forward(self, h):
        e = torch.relu(h)
        return torch.sqrt((e * self.weight.abs()).sum())
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(e * self.weight.abs()).sum()` can be 0, as a ReLU can


def of_a_softplus(h):
    e = torch.relu(h) * F.softplus(h)
    return torch.sqrt(e.sum())
    #      ^^^^^^^^^^^^^^^^^^^ NAN301 warning: `e.sum()` can be 0, as a ReLU is for inputs of 0 or less


def of_a_difference(h):
    e = torch.relu(h)
    return torch.sqrt((e - e.mean()).abs().sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(e - e.mean()).abs().sum()`
