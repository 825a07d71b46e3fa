"""A mask at one end says nothing of the other: who keeps p above 0 takes the logarithm of 1 - p as of something unknown."""

import jax.numpy as jnp
import torch


def loss(p, y):
    p = p.clamp(min=1e-8)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
    #                                     ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - p` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(1 - p, 1e-10, 1.0))


def of_jax(p):
    return jnp.log(1 - jnp.maximum(p, 1e-8))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - jnp.maximum(p, 1e-8)` stays above 0: log(0) is -inf
    # fixed (unsafe): jnp.log(jnp.clip(1 - jnp.maximum(p, 1e-8), 1e-10, 1.0))


def bounded_above(p):
    p = p.clamp(max=1 - 1e-6)
    return torch.log(p), torch.log(1 - p)
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(p, 1e-10, 1.0))


def bounded_at_both_ends(p):
    p = p.clamp(1e-6, 1 - 1e-6)
    q = p.clamp(min=1e-6).clamp(max=1 - 1e-6)
    return torch.log(p), torch.log(1 - p), torch.log(q), torch.log(1 - q)


def above_the_bound(p):
    return torch.log(p.clamp(min=0) + 1e-8), torch.log(1 + p.clamp(min=0)), torch.log(p.clamp(max=60).exp() + 1)
