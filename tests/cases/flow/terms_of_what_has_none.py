"""Two things of which nothing is known are not the same, nor are their transposes and their parts."""

import jax.numpy as jnp
import torch


def of_updated_arrays(x, y):
    a = jnp.zeros(3).at[0].set(x)
    b = jnp.zeros(3).at[0].set(y)
    reveal_range(a.T - b.T)  # any value float32 takes 0
    reveal_range(a.imag - b.imag)  # any value float32
    return 1.0 / (a.T - b.T)


def of_lists(xs, ys):
    a = jnp.array([jnp.exp(x) for x in xs])
    b = jnp.array([jnp.exp(y) for y in ys])
    reveal_range(a.T - b.T)  # any value float32
    reveal_range(a.T - a.T)  # any value float32


def of_one(x):
    y = torch.exp(x)
    reveal_range(y.T - y.T)  # any value float32
    reveal_range(y.imag - y.imag)  # any value float32
