# A function, a method or a forward returns the logarithm of a softmax of masked logits: -inf at what is masked, 0 * -inf later.

import flax.linen as linen
import jax
import jax.numpy as jnp
import torch
from torch import nn


def masked_logp(logits, m):
    return torch.log_softmax(logits.masked_fill(~m, float("-inf")), dim=-1)


def bonus(logits, m):
    logp = masked_logp(logits, m)
    return -(logp.exp() * logp).sum(-1).mean()
    #        ^^^^^^^^^^^^^^^^^ NAN107 warning: `logp` is -inf for masked logits, and `logp.exp()` is 0 there: 0 * Inf is NaN; use a finite mask


def cross_entropy(logits, m, y):
    return -(y * masked_logp(logits, m)).sum(-1).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `masked_logp(logits, m)` is -inf for masked logits, and `y` is 0 there: 0 * Inf is NaN; use a finite mask


class Policy(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Linear(4, 3)

    def forward(self, obs, m):
        return torch.log_softmax(self.net(obs).masked_fill(~m, float("-inf")), dim=-1)

    def bonus(self, obs, m):
        found = self(obs, m)
        return -(found.exp() * found).sum(-1).mean()
        #        ^^^^^^^^^^^^^^^^^^^ NAN107 warning: `found` is -inf for masked logits, and `found.exp()` is 0 there: 0 * Inf is NaN; use a finite mask


class Agent(nn.Module):
    def __init__(self):
        super().__init__()
        self.policy = Policy()

    def loss(self, obs, m, y):
        found = self.policy(obs, m)
        return -(y * found).sum(-1).mean()
        #        ^^^^^^^^^ NAN107 warning: `found` is -inf for masked logits, and `y` is 0 there: 0 * Inf is NaN; use a finite mask


def masked_in_jax(logits, m):
    return jax.nn.log_softmax(jnp.where(m, logits, -jnp.inf))


@jax.grad
def bonus_in_jax(logits, m):
    found = masked_in_jax(logits, m)
    return -(jnp.exp(found) * found).sum(-1).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `found` is -inf for masked logits, and `jnp.exp(found)` is 0 there: 0 * Inf is NaN; use a finite mask


class Actor(linen.Module):
    @linen.compact
    def __call__(self, x, m):
        return jax.nn.log_softmax(jnp.where(m, linen.Dense(3)(x), -jnp.inf))


def act(params, x, m, y):
    actor = Actor()
    found = actor.apply(params, x, m)
    return -(y * found).sum()
    #        ^^^^^^^^^ NAN107 warning: `found` is -inf for masked logits, and `y` is 0 there: 0 * Inf is NaN; use a finite mask


def picked(logits, m, y):
    logp = masked_logp(logits, m)
    return -(logp.gather(-1, y) * 0.5).mean()


def finite_logp(logits, m):
    return torch.log_softmax(logits.masked_fill(~m, -1e9), dim=-1)


def finite_bonus(logits, m):
    logp = finite_logp(logits, m)
    return -(logp.exp() * logp).sum(-1).mean()


def chosen(logits, m):
    logp = masked_logp(logits, m)
    return -torch.where(m, logp.exp() * logp, 0.0).sum(-1).mean()


def picked_by_places(logits, m, a, advantage):
    logp = masked_logp(logits, m)[torch.arange(8), a]
    return -(advantage * logp).mean()


def picked_later(logits, m, a, advantage):
    logp = torch.log_softmax(logits.masked_fill(~m, float("-inf")), dim=-1)
    return -(advantage * logp[torch.arange(8), a]).mean()


def picked_of_each(logits, m, a, advantage):
    logp = jax.vmap(lambda l, m, a: masked_in_jax(l, m)[a])(logits, m, a)
    return -(advantage * logp).mean()


def what_is_left(logits, m, y):
    return -(masked_logp(logits, m)[m] * y[m]).sum()


def first_of_them(logits, m, n, y):
    return -(masked_logp(logits, m)[:, :n] * y).sum()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `masked_logp(…)[…]` is -inf for masked logits, and `y` is 0 there: 0 * Inf is NaN; use a finite mask
