"""No other divisor is chosen where the gradient of the root below it is NaN all the same."""

import jax.numpy as jnp
import torch


def turned(x, w):
    n = -jnp.linalg.norm(x - w, axis=-1)
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `x - w` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x - w), axis=-1), 1e-12))
    return x / n
    #      ^^^^^ NAN102 information: `n` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: n = -jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x - w), axis=-1), 1e-12))
    # adds: jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(x - w), axis=-1), 1e-12))
    # from: `jnp.linalg.norm(x - w, axis=-1)` made here, exactly 0 for a vector of zeros


def by_hand(x, w):
    n = -torch.sqrt(((x - w) ** 2).sum(-1))
    #    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `((x - w) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(((x - w) ** 2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt(((x - w) ** 2).sum(-1) + 1e-8)
    return x / n
    #      ^^^^^ NAN102 warning: `n` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: n = -torch.sqrt(torch.clamp(((x - w) ** 2).sum(-1), min=1e-12))
    # adds: torch.clamp(
    # adds: , min=1e-12)
    # from: `torch.sqrt(((x - w) ** 2).sum(-1))` made here, exactly 0 for a vector of zeros


def of_any_sign(x, w):
    n = torch.relu(x) - torch.relu(w)
    return x / n
    #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): x / torch.where(torch.abs(n) < 1e-7, 1.0, n)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
