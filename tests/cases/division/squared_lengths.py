# The sum of squares along an axis is 0 for a vector of zeros, as the norm is, in a loss and outside of one.

import jax.numpy as jnp
import torch


def quaternion_to_matrix(q):
    r, i, j, k = torch.unbind(q, -1)
    two_s = 2.0 / (q * q).sum(-1)
    #       ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(q * q).sum(-1)` can be 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    return torch.stack((1 - two_s * (j * j + k * k), two_s * (i * j - k * r)), -1)


def projected(a: torch.Tensor, b: torch.Tensor):
    return (a * b).sum(-1, keepdim=True) / (b**2).sum(-1, keepdim=True) * b
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(b**2).sum(-1, keepdim=True)` can be 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def inverted(x, centre):
    d = x - centre
    return centre + d / jnp.sum(d**2, axis=-1, keepdims=True)
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sum(…)` can be 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_all_elements(a: torch.Tensor, b: torch.Tensor):
    return (a * b).sum() / (b**2).sum() * b


@torch.no_grad()
def looked_at(a: torch.Tensor, b: torch.Tensor):
    return (a * b).sum(-1) / (b**2).sum(-1)


def masked(a: torch.Tensor, b: torch.Tensor):
    return (a * b).sum(-1) / ((b**2).sum(-1) + 1e-8)


def of_numbers_of_either_sign(a: torch.Tensor, b: torch.Tensor):
    return (a * b).sum(-1) / (b**3).sum(-1)


def not_of_zeros(a: torch.Tensor, b: torch.Tensor):
    return (a * b).sum(-1) / (torch.exp(b) ** 2 + 1).sum(-1)
