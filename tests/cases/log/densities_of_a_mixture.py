"""In a loss the densities of a mixture underflow together, far from all components: the logarithms are known, and stay."""

import math

import jax
import jax.numpy as jnp
import tensorflow as tf
import tensorflow_probability as tfp
import torch
import torch.nn as nn
from torch.distributions import Normal


class MixtureLoss(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.weight, self.mu, self.log_sd = nn.Linear(d, k), nn.Linear(d, k), nn.Linear(d, k)

    def forward(self, h, y):
        pi = torch.softmax(self.weight(h), -1)
        dist = Normal(self.mu(h), self.log_sd(h).clamp(-5, 5).exp())
        density = dist.log_prob(y[:, None]).exp()
        return -torch.log((pi * density).sum(-1)).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(pi * density).sum(-1)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
        # fixed (unsafe): torch.log(torch.clamp((pi * density).sum(-1), min=1e-10))
        # or (unsafe): torch.log((pi * density).sum(-1) + 1e-8)
        # from: `torch.softmax(self.weight(h), -1)` made here, values in [0, 1]


class MixtureByHandLoss(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.weight, self.mu, self.log_sd = nn.Linear(d, k), nn.Linear(d, k), nn.Linear(d, k)

    def forward(self, h, y):
        pi = torch.softmax(self.weight(h), -1)
        sd = self.log_sd(h).clamp(-5, 5).exp()
        density = torch.exp(-0.5 * ((y - self.mu(h)) / sd) ** 2) / (sd * math.sqrt(2 * math.pi))
        return -torch.log((pi * density).sum(-1)).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(pi * density).sum(-1)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
        # fixed: torch.log(torch.clamp((pi * density).sum(-1), min=1e-10))
        # or (unsafe): torch.log((pi * density).sum(-1) + 1e-8)
        # from: `torch.softmax(self.weight(h), -1)` made here, values in [0, 1]


def mixture_loss(y, pi, mu, sigma):
    dist = tfp.distributions.Normal(mu, sigma)
    return -tf.reduce_mean(tf.math.log(tf.reduce_sum(pi * dist.prob(y), axis=-1)))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.reduce_sum(…)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
    # fixed: tf.math.log(tf.maximum(tf.reduce_sum(pi * dist.prob(y), axis=-1), 1e-10))


def product_loss(y, pi, mu, sigma):
    density = tf.exp(tfp.distributions.Normal(mu, sigma).log_prob(y))
    return -tf.reduce_mean(tf.math.log(tf.reduce_sum(tf.multiply(density, pi), axis=-1)))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.reduce_sum(…)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
    # fixed (unsafe): tf.math.log(tf.maximum(tf.reduce_sum(tf.multiply(density, pi), axis=-1), 1e-10))


def loss_of_jax(params, y):
    log_density = jax.scipy.stats.norm.logpdf(y, params["mu"], params["sd"])
    return -jnp.mean(jnp.log(jnp.sum(params["w"] * jnp.exp(log_density), axis=-1)))
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jnp.sum(…)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
    # fixed (unsafe): jnp.log(jnp.maximum(jnp.sum(params["w"] * jnp.exp(log_density), axis=-1), 1e-10))


train = jax.grad(loss_of_jax)


def stable_loss(log_pi, dist, y):
    return -torch.logsumexp(log_pi + dist.log_prob(y[:, None]), -1).mean()


def masked_loss(pi, dist, y):
    return -torch.log((pi * dist.log_prob(y).exp()).sum(-1) + 1e-10).mean()


def loss_of_something(pi, score):
    return -torch.log((pi * torch.exp(score)).sum(-1)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(pi * torch.exp(score)).sum(-1)` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp((pi * torch.exp(score)).sum(-1), min=1e-10))


def contrastive_loss(logits, mask):
    logits = logits - logits.max(dim=1, keepdim=True).values
    others = torch.exp(logits) * mask
    return (logits - torch.log(others.sum(1, keepdim=True))).mean()
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `others.sum(1, keepdim=True)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(others.sum(1, keepdim=True), min=1e-10))


def neighbour_loss(x, centres, mask):
    distance = (x[:, None] - centres[None]).pow(2).sum(-1)
    return -torch.log((torch.exp(-distance) * mask).sum(-1)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(torch.exp(…) * mask).sum(-1)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
    # fixed: torch.log(torch.clamp((torch.exp(-distance) * mask).sum(-1), min=1e-10))


def looked_at(pi, dist, y):
    return torch.log((pi * dist.log_prob(y).exp()).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(pi * dist.log_prob(y).exp()).sum(-1)` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp((pi * dist.log_prob(y).exp()).sum(-1), min=1e-10))
