"""What one call passes for two parameters never meets what another call passes."""

import jax
import jax.numpy as jnp
import torch


def shifted(x, largest):
    return torch.log(torch.exp(x - largest).sum())


def shifts(x):
    a, b = torch.nn.Linear(3, 3)(x), torch.nn.Linear(3, 4)(x)
    return shifted(a, a.max()) + shifted(b, b.max())


def width(x, low, high):
    return jax.nn.sigmoid(x) / (high - low)


def widths(x):
    return width(x, 0.0, 1.0) + width(x, high=2.0, low=1.0)


def odds(p, q):
    return jnp.log(p + q)


def both_odds(x):
    p, r = jax.nn.sigmoid(x), jax.nn.softmax(x)
    return odds(p, 1 - p) + odds(r, 1 - r)


def excess(p, least):
    return jnp.log(p - least)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `p - least` can be 0, as a sigmoid is for inputs below -87


def excesses(x):
    return excess(jax.nn.sigmoid(x), 0.0) + excess(jax.nn.softmax(x) + 1.0, 1.0)
