"""Parts of one value are not the value: their difference is as unbounded as they are, that of a part from itself is 0."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


class Reward(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.head = torch.nn.Linear(8, 1)

    def by_index(self, x):
        r = self.head(x)
        return -torch.log(torch.sigmoid(r[0] - r[1]))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(r[0] - r[1])` is a sigmoid

    def in_halves(self, x):
        chosen, rejected = self.head(x).chunk(2)
        return -torch.log(torch.sigmoid(chosen - rejected))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -89

    def from_the_mean(self, x):
        r = self.head(x)
        return torch.log(torch.sigmoid(r - r.mean()))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(r - r.mean())` is a sigmoid

    def scaled(self, x):
        r = self.head(x)
        return torch.log(torch.sigmoid(0.1 * r[:, 0] - 0.1 * r[:, 1].detach()))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def under_an_exponential(self, x):
        r = self.head(x)
        return torch.exp(r[0] - r[1])
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `r[0] - r[1]` comes from the output of a linear layer

    def the_same_part(self, x):
        r = self.head(x)
        return torch.exp(r[0] - r[0]), torch.exp(r - r.detach())

    def from_the_largest(self, x):
        r = self.head(x)
        return torch.exp(r - r.max())

    def of_what_is_bounded(self, x):
        r = torch.tanh(self.head(x))
        return torch.log(torch.sigmoid(r[0] - r[1])), torch.exp(r[0] - r[1])


def split(x):
    positive, negative = tf.split(tf.keras.layers.Dense(2)(x), 2, axis=-1)
    return -tf.math.log(tf.sigmoid(positive - negative))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.sigmoid(…)` is a sigmoid, exactly 0 for inputs below -87


def columns(x, w):
    r = jnp.dot(x, jax.random.normal(w, (8, 2)))
    return jnp.log(jax.nn.sigmoid(r[..., 0] - r[..., 1]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.sigmoid(r[…] - r[…])` is a sigmoid, exactly 0 for inputs below -87
