"""What was chosen before of two unknowns is as unknown as they are: the choice behind masks its result alone."""

import jax
import jax.numpy as jnp
import torch


def of_two(a, b, c):
    n = jnp.sum(b)
    n = jnp.where(n != 0, n, c)
    return jnp.where(n != 0, a / n, 0.0)
    #                        ^^^^^ NAN302 warning: `jnp.where(n != 0, a / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first


def of_one(a, b):
    n = jnp.sum(b)
    n = jnp.where(n != 0, n, 1.0)
    return jnp.where(n != 0, a / n, 0.0)


def written_into(a, b):
    n = b.sum(-1)
    n[n == 0] = 1.0
    return torch.where(n != 0, a / n, 0.0).mean().backward()
    #                          ^^^^^ NAN302 warning: `torch.where(n != 0, a / n, 0.0)` masks the value but leaves the gradient NaN where `n` is 0; mask it first


total = jax.grad(lambda a, b, c: of_two(a, b, c) + of_one(a, b))
