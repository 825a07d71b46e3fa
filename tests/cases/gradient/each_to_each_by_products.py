"""Squared distances by products, put along two axes by indexing: below 0 by rounding, and 0 where a row meets itself."""

import jax.numpy as jnp
import torch


def between(a, b):
    one, other = torch.sum(a**2, dim=-1), torch.sum(b**2, dim=-1)
    return torch.sqrt(-2 * torch.matmul(a, b.t()) + one[:, None] + other[None, :])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `-2 * torch.matmul(…) +…] + other[…]` is a squared distance from products and can be below 0: sqrt(-1) is NaN
    # fixed: torch.sqrt(torch.clamp(-2 * torch.matmul(a, b.t()) + one[:, None] + other[None, :], min=1e-10))
    # from: `-2 * torch.matmul(a, b.t()) + one[:, None] + other[None, :]` made here, below 0 by rounding, where both are nearly equal


def added_up(a, b):
    distance = -2 * torch.matmul(a, b.permute(0, 2, 1))
    distance += torch.sum(a**2, -1)[:, :, None]
    distance += torch.sum(b**2, -1)[:, None, :]
    return torch.sqrt(distance)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `distance` is a squared distance from products and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(distance, min=1e-10))
    # from: `distance += torch.sum(b**2, -1)[:, None, :]` made here, below 0 by rounding, where both are nearly equal


def within(x):
    product = x @ x.T
    squares = jnp.sum(jnp.square(x), axis=1)
    squared = jnp.maximum(squares[:, None] + squares[None, :] - 2.0 * product, 0.0)
    return jnp.sqrt(squared), 1.0 / squared
    #      ^^^^^^^^^^^^^^^^^ NAN301 warning: `squared` can be 0, as a squared distance from products can: sqrt has an infinite gradient at 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(squared, 1e-7))
    # or (unsafe): jnp.sqrt(squared + 1e-8)
    # from: `squares[:, None] + squares[None, :] - 2.0 * product` made here, exactly 0 where a row meets itself
    #                         ^^^^^^^^^^^^^ NAN102 warning: `squared` can be 0, as a squared distance from products can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1.0 / jnp.maximum(squared, 1e-7)
    # or (unsafe): 1.0 / (squared + 1e-8)
    # from: `squares[:, None] + squares[None, :] - 2.0 * product` made here, exactly 0 where a row meets itself


def kernel(x, y):
    one, other = jnp.sum(x**2, 1), jnp.sum(y**2, 1)
    squared = one[:, None] - 2.0 * x @ y.T + other[None, :]
    return jnp.exp(-squared), jnp.sqrt(jnp.maximum(squared, 1e-12)), jnp.sqrt(jnp.abs(squared) + 1e-12)


def others(x, pairs, rest):
    product = x @ x.T
    squares = jnp.sum(jnp.square(x), axis=1)
    squared = jnp.maximum(squares[:, None] + squares[None, :] - 2.0 * product, 1e-12)
    return jnp.sqrt(squared), rest / (squares[:, None] - 2.0 * pairs + rest[None, :])
