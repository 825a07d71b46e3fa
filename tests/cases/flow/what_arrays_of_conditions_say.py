"""Conditions of arrays are joined by `&`, `~` and functions; what is selected by them is what they say."""

import jax.numpy as jnp
import numpy as np
import torch


def selected(d):
    hits = torch.relu(d).sum(dim=0)
    total = torch.cumsum(hits, dim=0)
    ok = (hits > 0) & (total > 0)
    out = torch.zeros_like(hits)
    out[ok] = hits[ok] / total[ok]
    return out


def all_but(x):
    n = torch.relu(x)
    small = n < 1e-6
    return 1.0 / n[~small]


def by_function(x):
    n = torch.relu(x)
    return torch.log(n[torch.logical_not(n == 0)])


def chosen_by_both(x, y):
    n = torch.relu(x)
    return 1.0 / torch.where((n > 0) & (y > 0), n, 1.0)


def chosen_by_function(x, y):
    n = jnp.maximum(x, 0.0)
    return 1.0 / jnp.where(jnp.logical_and(jnp.greater(n, 0), y > 0), n, 1.0)


def chosen_by_neither(x, y):
    n = torch.relu(x)
    return torch.log(torch.where((n == 0) | (y > 0), 1.0, n))


def only_one_of_them(x, y):
    n = torch.relu(x)
    ok = (n > 0) | (y > 0)
    return 1.0 / n[ok]
    #      ^^^^^^^^^^^ NAN102 warning: `n[ok]`


def the_other_ones(x):
    n = torch.relu(x)
    small = n < 1e-6
    return 1.0 / n[small]
    #      ^^^^^^^^^^^^^^ NAN102 warning: `n[small]`
