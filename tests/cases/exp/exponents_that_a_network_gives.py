# An exponent that a network gives is no whole number, and as an exponential it is soon 100: a power of what may be below
# 0 is NaN, and one of what is above 1 is Inf. A weight by itself moves slowly, and a base of at most 1 stays so.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn as nn
import torch.nn.functional as F


class Weibull(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)

    def forward(self, x, t):
        out = self.fc(x)
        k, lam = torch.exp(out[:, 0].clamp(-5, 5)), torch.exp(out[:, 1].clamp(-5, 5))
        return ((t / lam) ** k).mean()
        #       ^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `k` small enough: a power overflows to Inf in float32


class Loss(nn.Module):
    def forward(self, out, t, event):
        k = torch.exp(out[:, 0])
        lam = out[:, 1].exp()
        cum = torch.pow(t / lam, k)
        #     ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `k` small enough: a power overflows to Inf in float32
        return (cum - event * out[:, 0]).mean()


class Gate(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc, self.p = nn.Linear(4, 2), nn.Linear(4, 2)

    def forward(self, x):
        h = F.relu(self.fc(x))
        return h ** torch.sigmoid(self.p(x))

    def other(self, x):
        return self.fc(x) ** F.softplus(self.p(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `self.fc(x)` is the output of a linear layer, and nothing keeps it at 0 or above: (-1) ** 0.5 is NaN


def jloss(params, x, t):
    out = x @ params["w"]
    shape = jnp.exp(out[:, 0])
    #       ^^^^^^^^^^^^^^^^^^ NAN104 information: `out[:, 0]` is a matrix product, which nothing bounds: exp overflows to Inf in float32
    return jnp.mean(jnp.power(t / jnp.exp(out[:, 1]), shape))
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `shape` small enough: a power overflows to Inf in float32
    #                         ^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.exp(out[:, 1])` is an exponential and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    #                             ^^^^^^^^^^^^^^^^^^ NAN104 information: `out[:, 1]` is a matrix product, which nothing bounds: exp overflows to Inf in float32


def jgamma(params, x, t):
    gamma = jax.nn.softplus(params["g"])
    return jnp.mean(jax.nn.relu(x @ params["w"]) ** gamma)


g = jax.grad(jloss), jax.grad(jgamma)


def tloss(model, x, t, opt):
    with tf.GradientTape() as tape:
        out = model(x)
        k = tf.exp(out[:, 0])
        loss = tf.reduce_mean(tf.pow(t / tf.exp(out[:, 1]), k))
        #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `k` small enough: a power overflows to Inf in float32
    return tape.gradient(loss, model.trainable_variables)


class Decay(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)
        self.log_p = nn.Parameter(torch.zeros(1))

    def forward(self, x, t):
        rate = torch.exp(self.fc(x).clamp(-5, 5))
        return (torch.sigmoid(t) ** rate).mean() + (0.99 ** rate).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `torch.sigmoid(t)` is a sigmoid and can be exactly 0: x ** 0.5 has an infinite gradient at 0; keep it above 0

    def pooled(self, x):
        return x.clamp(min=1e-6).pow(torch.exp(self.log_p)).mean()

    def small(self, x, t):
        k = torch.exp(self.fc(x).clamp(-1, 1))
        return ((t.abs() + 1e-6) ** k).mean()

    def above(self, x):
        return (F.relu(self.fc(x)) + 1e-6) ** torch.sigmoid(self.fc(x))

    def raised(self, x):
        return F.relu(self.fc(x)) ** (1 + F.softplus(self.log_p))

    @torch.no_grad()
    def cumulative(self, x, t):
        k = torch.exp(self.fc(x).clamp(-5, 5))
        return (t / 3.0) ** k


