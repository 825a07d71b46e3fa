"""The mean of several softmaxes is 0 where each of them is; along the axis of its classes each sums to 1 as before."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn as nn


class Ensemble(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.nets = nn.ModuleList([nn.Sequential(nn.Linear(8, 4), nn.Softmax(-1)) for _ in range(n)])

    def forward(self, x):
        return torch.stack([net(x) for net in self.nets]).mean(0)

    def loss(self, x, y):
        return -self(x).gather(1, y[:, None]).log().mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `self(x).gather(1, y[…])` is what all rows of a softmax give a class and can be exactly 0: log(0) is -inf


def of_two(params, x):
    members = jnp.stack([jax.nn.softmax(x @ params["a"]), jax.nn.softmax(x @ params["b"])], axis=0)
    return -jnp.mean(jnp.log(jnp.mean(members, axis=0)))
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `jnp.mean(…)` is what all rows of a softmax give a class and can be exactly 0: log(0) is -inf; keep it above 0


gradient = jax.grad(of_two)


def of_heads(heads, x):
    members = tf.stack([tf.nn.softmax(head(x)) for head in heads], axis=0)
    return -tf.reduce_mean(tf.math.log(tf.reduce_mean(members, axis=0)))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `tf.reduce_mean(…)` is what all rows of a softmax give a class and can be exactly 0: log(0) is -inf


def along_the_classes(heads, x):
    members = torch.stack([torch.softmax(head(x), dim=-1) for head in heads])
    return torch.log(members.sum(-1))
