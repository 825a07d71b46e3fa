"""A difference of two parts of one value is as unbounded as they are, whatever takes the parts: the loss of a reward model."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import nn


class Reward(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 1)

    def sliced(self, x):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r[::2] - r[1::2]))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(r[…] - r[…])` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def rolled(self, x):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r - r.roll(1, 0)))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(r - r.roll(…))` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def flipped(self, x):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r - r.flip(0)))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(r - r.flip(0))` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def each_with_each(self, x):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r.unsqueeze(0) - r.unsqueeze(1)))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def narrowed(self, x):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r.narrow(0, 0, 4) - r.narrow(0, 4, 4)))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def gathered(self, x, i, j):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r.gather(0, i) - r.gather(0, j)))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def selected(self, x, i, j):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r.index_select(0, i) - r.index_select(0, j)))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0


class InTensorFlow(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = tf.keras.layers.Dense(1)

    def call(self, x, i, j):
        r = self.dense(x)
        return -tf.math.log(tf.sigmoid(tf.gather(r, i) - tf.gather(r, j)))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0

    def reversed(self, x):
        r = self.dense(x)
        return tf.math.log(tf.sigmoid(r - tf.reverse(r, [0]))), tf.math.log(tf.sigmoid(r - tf.roll(r, 1, 0)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.sigmoid(r - tf.reverse(…))` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
        #                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.sigmoid(r - tf.roll(…))` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0


def in_jax(w, x):
    s = x @ jax.random.normal(jax.random.PRNGKey(0), (3, 1)) @ w
    h = jax.nn.softplus(s)
    return jnp.log(jax.nn.sigmoid(jnp.roll(s, 1) - s)), jnp.exp(jnp.flip(h) - h)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0


class Alike(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 4)

    def of_one(self, x):
        r = self.linear(x)
        return torch.log(1.5 + r.roll(1, 0) - r.roll(1, 0)), torch.log(1.5 + r.flip(0) - r.flip(0))

    def bounded(self, x):
        r = torch.sigmoid(self.linear(x))
        return torch.log(1.5 + r - r.roll(1, 0))

    def from_the_largest(self, x):
        r = self.linear(x)
        return torch.exp(r - r.gather(1, r.argmax(1, keepdim=True)))

    def in_another_shape(self, x):
        r = self.linear(x)
        return torch.log(1.5 + r.view(-1) - r.reshape(-1))

    def of_two(self, x, y):
        return torch.exp(-((self.linear(x) - self.linear(y).roll(1, 0)) ** 2))
