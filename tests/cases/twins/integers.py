# The stable functions do not take integers, so none is written for what is known to be one.

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F


def softmax_of_integers():
    x = torch.arange(3)
    e = torch.exp(x)
    return e / e.sum(dim=-1, keepdim=True)


def softplus_of_integers(y):
    n = y.long()
    return torch.log(1 + torch.exp(n))


def sigmoid_of_integers(y):
    n = y.long()
    return torch.log(torch.sigmoid(n))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(n)` is a sigmoid
    # fixed: torch.log(torch.clamp(torch.sigmoid(n), 1e-10, 1.0))


def softplus_of_a_count(s):
    c = (s > 0).sum(dim=-1)
    return torch.log1p(torch.exp(c))


def turned_to_floats(y):
    n = y.long().float()
    return torch.log(1 + torch.exp(n))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand
    # fixed: F.softplus(n)


def drawn(y):
    n = torch.randint(0, 200, (4, 3))
    return torch.log(torch.sum(torch.exp(n), dim=-1)) + F.relu(y)


def jax_makes_floats_of_them(m):
    n = jnp.arange(m)
    return jnp.exp(n) / jnp.exp(n).sum(axis=-1, keepdims=True), jax.nn.relu(n)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: jax.nn.softmax(n, axis=-1)
