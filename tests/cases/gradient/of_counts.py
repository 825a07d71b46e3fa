"""What is counted is no variable: nobody asks for the derivative of its root. What is learnt beside it has one."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import nn


def degrees(edges, n):
    deg = torch.bincount(edges, minlength=n).float()
    added = torch.zeros(n).scatter_add_(0, edges, torch.ones(len(edges)))
    return deg.pow(0.5), deg.sqrt(), added.sqrt(), (2 * deg).sqrt(), (deg / deg.max()).sqrt()


def rows(x):
    return torch.sqrt((x > 0).float().sum(1)), ((x > 0).float().mean(1) * 3) ** 0.5


def of_tensorflow(x):
    kept = tf.cast(tf.not_equal(x, 0.0), tf.float32)
    return tf.sqrt(tf.reduce_sum(kept, axis=1))


@jax.jit
def of_jax(x):
    return jnp.sqrt(jnp.bincount(x, length=8))


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.ones(8))

    def forward(self, labels):
        count = torch.bincount(labels, minlength=8).float()
        return (count * torch.sigmoid(self.scale)).sqrt()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `(…)` can be 0, as a count of each value can: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): (count * torch.sigmoid(self.scale)).clamp(min=1e-10).sqrt()
        # or (unsafe): (count * torch.sigmoid(self.scale) + 1e-8).sqrt()
        # from: `torch.bincount(labels, minlength=8)` made here, exactly 0 for values that do not occur
