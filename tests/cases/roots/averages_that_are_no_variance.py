"""What looks like `E[x * y] - E[x] * E[y]` and is not: another average, other factors, no square, another product."""

import tensorflow as tf
import torch
import torch.nn.functional as F
import jax.numpy as jnp


def of_sizes(x):
    left = x.abs().mean() - x.mean() ** 2
    reveal_range(left)  # any value float32 takes -1.5e-05
    return left


def less_a_size(x):
    left = (x**2).mean() - x.mean().abs()
    reveal_range(left)  # any value float32 takes nothing
    return left


def around_each_place(x, y):
    left = F.avg_pool2d(x * y, 3) - x.mean() * y.mean()
    reveal_range(left)  # any value float32 takes nothing
    return left


def of_four_arrays(x, y, u, v):
    x, y = jnp.exp(x).at[0].set(1.0), jnp.exp(y).at[0].set(1.0)
    u, v = jnp.exp(u).at[0].set(1.0), jnp.exp(v).at[0].set(1.0)
    left = (x * y).mean() - u.mean() * v.mean()
    reveal_range(left)  # any value float32 takes 0
    return left


def by_the_diagonal_of_a_product(queries, keys):
    scores = torch.matmul(queries, keys.T)
    own = torch.diag(scores)
    left = own[:, None] + own[None, :] - 2 * scores
    reveal_range(left)  # any value float32 takes nothing
    return left


def products_by_einsum(x):
    lengths = (x**2).sum(-1)
    left = lengths[:, None] + lengths[None, :] - 2 * torch.einsum("id,jd->ij", x, x)
    reveal_range(left)  # any value float32 takes -4.6e-05, 0
    return left


def over_a_number(x, y, n):
    covariance = (x * y).mean() - x.mean() * y.mean()
    reveal_range(covariance)  # any value float32 takes -0.5
    by_a_count = covariance / (len(x) - 1)
    reveal_range(by_a_count)  # any value float32 takes nothing
    by_something = covariance / n
    reveal_range(by_something)  # any value float32 takes nothing
    by_a_constant = covariance / torch.tensor(2.0)
    reveal_range(by_a_constant)  # any value float32 takes -0.25
    by_spreads = covariance / (x.std() * y.std())
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(x.std() * y.std())` can be 0, as a standard deviation can: x / 0 is Inf or NaN; keep it away from 0
    reveal_range(by_spreads)  # any value float32 takes -0.5
    return by_a_count + by_something + by_a_constant + by_spreads


def of_largest(x, y):
    left = (x * y).amax(0) - x.amax(0) * y.amax(0)
    reveal_range(left)  # any value float32 takes nothing
    return left


def eigenvalues_of_the_symmetric_part(x):
    values = torch.linalg.eigvalsh(x + x.T)
    reveal_range(values)  # any value float32 takes nothing
    return values
