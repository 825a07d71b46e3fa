"""PyTorch's and JAX's ReLU select in the backward pass: roots of what is put together of several have finite gradients.

Of two that other weights make the difference is 0 where both are off, and elsewhere by coincidence alone.
"""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


class Pair(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Linear(3, 4)
        self.g = nn.Linear(3, 4)

    def forward(self, x):
        a, b = F.relu(self.f(x)), F.relu(self.g(x))
        summed = torch.sqrt((a**2).sum(-1) + (b**2).sum(-1))
        apart = torch.sqrt(((a - b) ** 2).sum(-1))
        beside = torch.sqrt((torch.cat([a, b], 1) ** 2).sum(-1))
        stacked = torch.stack([a, b]).pow(2).sum(0).sqrt()
        return summed, apart, beside, stacked

    def by_a_threshold(self, x):
        return torch.sqrt((F.threshold(self.f(x), 0, 0) ** 2).sum(-1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(F.threshold(…) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0


def loss(w, v, x):
    a, b = jax.nn.relu(x @ w), jax.nn.relu(x @ v)
    return jnp.sqrt(((a - b) ** 2).sum(-1)).mean()


gradient = jax.grad(loss)


class Layers(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
        self.g = nn.Sequential(nn.Linear(3, 4), nn.ReLU())
        self.h = nn.Conv2d(3, 4, 3)
        self.k = nn.Conv2d(3, 4, 3)
        self.act = nn.ReLU6()

    def forward(self, x):
        a = torch.norm(self.f(x) - self.g(x), dim=-1)
        b = (self.act(self.h(x)) - self.act(self.k(x))).pow(2).mean().sqrt()
        c = torch.cat([self.f(x), self.g(x)], -1).square().sum(-1).sqrt()
        return a, b, c


def with_a_bias(params, x):
    a = jax.nn.relu(jnp.dot(x, params["w"]) + params["b"])
    b = jax.nn.relu(jnp.dot(x, params["v"]) + params["c"])
    return jnp.sqrt(jnp.sum((a - b) ** 2)) + jnp.sqrt(jnp.sum(jnp.concatenate([a, b]) ** 2))


with_a_bias_gradient = jax.grad(with_a_bias)


class Siamese(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Linear(3, 4)

    def once(self, x):
        return F.relu(self.f(x))

    def forward(self, x, y):
        a = torch.sqrt(((self.once(x) - self.once(y)) ** 2).sum(-1))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((…) ** 2).sum(-1)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
        b = torch.sqrt(((F.relu(self.f(x)) - F.relu(self.f(y))) ** 2).sum(-1))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((…) ** 2).sum(-1)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
        return a, b

    def beside_another(self, x, y):
        a = torch.sqrt((torch.cat([F.relu(self.f(x)), self.f(y)]) ** 2).sum(-1))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(torch.cat([…]) ** 2).sum(-1)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
        b = torch.sqrt((torch.cat([F.softplus(self.f(x)), F.relu(self.f(y))]) ** 2).sum(-1))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(torch.cat(…) ** 2).sum(-1)` can be 0, as a softplus can: sqrt has an infinite gradient at 0; keep it above 0
        c = torch.sqrt(((F.relu(self.f(x)) - y) ** 2).sum(-1))
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((F.relu(…) - y) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
        return a, b, c


def of_one_matrix(w, x, y):
    return jnp.sqrt(((jax.nn.relu(x @ w) - jax.nn.relu(y @ w)) ** 2).sum(-1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((…) ** 2).sum(-1)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0


of_one_matrix_gradient = jax.grad(of_one_matrix)


class InTensorFlow(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.f = tf.keras.layers.Dense(3)
        self.g = tf.keras.layers.Dense(3)

    def call(self, x):
        a, b = tf.nn.relu(self.f(x)), tf.nn.relu(self.g(x))
        return tf.sqrt(tf.reduce_sum((a - b) ** 2))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reduce_sum((a - b) ** 2)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
