"""A weight, or a sum of a few, is seldom so large that its sigmoid is exactly 0 or 1; what weights make of data is."""

import flax.linen as nn
import jax.numpy as jnp
import tensorflow as tf
import torch


def start(value):
    def draw(key, shape):
        return value * jnp.ones(shape)

    return draw


class Schedule(nn.Module):
    def setup(self):
        self.w = self.param("w", start(18.0), (1,))
        self.b = self.param("b", start(-13.0), (1,))

    def __call__(self, t):
        return self.b + jnp.abs(self.w) * t


class Diffusion(nn.Module):
    def setup(self):
        self.schedule = Schedule()

    def __call__(self, x):
        first = nn.sigmoid(self.schedule(0.0))
        last = nn.sigmoid(self.schedule(1.0))
        loss = jnp.sqrt(1.0 - first) * x
        #      ^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `1.0 - first` can be 0 where a sigmoid is exactly 1
        return loss - jnp.log(1.0 - last)
        #             ^^^^^^^^^^^^^^^^^^^ NAN101 information: `1.0 - last` can be 0 where a sigmoid is exactly 1


class Dropped(tf.keras.layers.Layer):
    def build(self, shape):
        self.logit = self.add_weight(name="logit", shape=(1,), initializer=tf.keras.initializers.RandomUniform(-2.0, 0.0))
        self.kernel = self.add_weight(name="kernel", shape=(8, 8))

    def call(self, x):
        p = tf.sigmoid(self.logit)
        q = tf.sigmoid(tf.matmul(x, self.kernel))
        self.add_loss(tf.reduce_sum(tf.math.log(1.0 - p)))
        #                           ^^^^^^^^^^^^^^^^^^^^ NAN101 information: `1.0 - p` can be 0 where a sigmoid is exactly 1
        self.add_loss(tf.reduce_sum(tf.math.log(1.0 - q)))
        #                           ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - q` can be 0 where a sigmoid is exactly 1
        return x


class Factors(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.users = torch.nn.Parameter(torch.randn(100, 8))
        self.items = torch.nn.Parameter(torch.randn(100, 8))
        self.bias = torch.nn.Parameter(torch.randn(100))

    def forward(self, u, i):
        popular = torch.sigmoid(self.bias[i])
        liked = torch.sigmoid((self.users[u] * self.items[i]).sum(-1))
        shares = torch.softmax(self.bias, 0)
        return torch.log(1 - popular) + torch.log(1 - liked) + torch.log(shares)
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `1 - popular` can be 0 where a sigmoid is exactly 1
        #                               ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - liked` can be 0 where a sigmoid is exactly 1
        #                                                      ^^^^^^^^^^^^^^^^^ NAN101 warning: `shares` is a softmax
