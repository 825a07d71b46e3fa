"""A condition that leaves out the very value at which the operation is infinite says that the value occurs."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
from torch import nn


class Profile(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.gate = nn.Linear(width, 1)

    def power(self, x):
        return torch.where(x == 0, torch.zeros_like(x), x * x**0.5)
        #                                                   ^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first

    def quotient(self, x, n):
        return torch.where(n != 0, x / n, torch.zeros_like(x))
        #                          ^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first

    def entropy(self, x):
        return torch.where(x == 0, torch.zeros_like(x), x * torch.log(x))
        #                                                   ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first

    def only_above(self, x):
        return torch.where(x > 0, torch.log(x), torch.zeros_like(x))
        #                         ^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first

    def circle(self, x):
        return torch.where(x < 1, torch.sqrt(1 - x**2), torch.zeros_like(x))
        #                         ^^^^^^^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `1 - x**2` is 0 or less; mask it first

    def further_down(self, x):
        inner = torch.sqrt(1 - x**2)
        #       ^^^^^^^^^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `1 - x**2` is 0 or less; mask it first
        return torch.where(x < 1, inner, x)

    def forward(self, x):
        a = self.gate(x)
        return torch.where(a > 20, a, torch.log(1 + torch.exp(a)))
        #                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `torch.exp(a)` overflows, it is Inf; use PyTorch's own
        #                                           ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `a` is large; mask it first

    def elu(self, x):
        return torch.where(x > 0, x, torch.exp(x) - 1)
        #                            ^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is large; mask it first


def energy(x):
    return jnp.where(x == 0, 0.0, x * x**0.5)
    #                                 ^^^^^^ NAN302 warning: `jnp.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first


step = jax.grad(lambda w, x: energy(x * w).sum())
scale = tf.Variable(1.0)


@tf.function
def fit(counts):
    with tf.GradientTape() as tape:
        logs = tf.where(counts > 0, scale * tf.math.log(counts), tf.zeros_like(counts))
        #                                   ^^^^^^^^^^^^^^^^^^^ NAN302 warning: `tf.where(…)` masks the value but leaves the gradient NaN where `counts` is 0 or less; mask it first
        loss = tf.reduce_sum(tf.square(logs - 1.0))
    return tape.gradient(loss, scale)


fit(tf.constant([0.0, 1.0, 5.0]))


@tf.function
def fit_shares(counts):
    with tf.GradientTape() as tape:
        logs = tf.where(counts > 0, scale * tf.math.log(counts / 6.0), tf.zeros_like(counts))
        #                                   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN302 warning: `tf.where(…)` masks the value but leaves the gradient NaN where `counts / 6.0` is 0 or less
        loss = tf.reduce_sum(tf.square(logs - 1.0))
    return tape.gradient(loss, scale)


fit_shares(tf.constant([0.0, 1.0, 5.0]))


class Quiet(nn.Module):
    def twice(self, x, n):
        safe = torch.where(n != 0, n, torch.ones_like(n))
        return torch.where(n != 0, x / safe, torch.zeros_like(x)) + torch.where(
            x > 0, torch.sqrt(torch.where(x > 0, x, 1.0)), 0.0
        )

    def squares(self, x):
        return torch.where(x > 0, x**2, 0.0) + torch.where(x.abs() < 1, 0.5 * x**2, x.abs() - 0.5)

    def bounded(self, x):
        return torch.where(x > 0, x, torch.exp(x.clamp(max=0)) - 1)

    @torch.no_grad()
    def measured(self, x, n):
        return torch.where(n != 0, x / n, torch.zeros_like(x))

    def paths(self, root, name):
        return root / name
