"""A norm, a square or an exponential that is clipped to `1 - 1e-8` is 1 in float32, for all vectors that are longer."""

import jax
import jax.numpy as jnp
import torch
from torch import nn


def artanh(x):
    return 0.5 * (torch.log(1 + x) - torch.log(1 - x))
    #                                ^^^^^^^^^^^^^^^^ NAN201 warning: `x.norm(…).clamp(…)` masks nothing: its upper bound 1 - 1e-8 is 1 in float32; take a smaller one


class LogMap(nn.Module):
    def forward(self, x):
        n = x.norm(dim=-1, keepdim=True).clamp(max=1 - 1e-8)
        return artanh(n) * x


class Direct(nn.Module):
    def forward(self, x):
        n = torch.clamp((x**2).sum(-1), max=1 - 1e-9)
        return torch.log(1 - n)
        #      ^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(…)` masks nothing: its upper bound 1 - 1e-9 is 1 in float32; take a smaller one


class BothSides(nn.Module):
    def forward(self, x):
        n = x.norm(dim=-1, keepdim=True).clamp(1e-5, 1 - 1e-8)
        return torch.atanh(n)
        #      ^^^^^^^^^^^^^^ NAN201 warning: `x.norm(…).clamp(…)` masks nothing: its upper bound 1 - 1e-8 is 1 in float32; take a smaller one


def loss(params, x):
    n = jnp.minimum(jnp.linalg.norm(x @ params + 1e-3, axis=-1), 1 - 1e-8)
    return jnp.mean(jnp.log1p(-n))
    #               ^^^^^^^^^^^^^ NAN201 warning: `jnp.minimum(…)` masks nothing: its upper bound 1 - 1e-8 is 1 in float32; take a smaller one


step = jax.grad(loss)


# Far enough from 1 in float32.
class Below(nn.Module):
    def forward(self, x):
        n = x.norm(dim=-1, keepdim=True).clamp(1e-5, 1 - 1e-5)
        return torch.atanh(n)


class InDouble(nn.Module):
    def forward(self, x):
        n = x.double().norm(dim=-1, keepdim=True).clamp(1e-5, 1 - 1e-8)
        return torch.atanh(n)


# A bound on the other side.
class Above(nn.Module):
    def forward(self, x):
        n = x.norm(dim=-1, keepdim=True).clamp(min=1e-8)
        return torch.log(1 + n)


def clipped(parameters, limit=None):
    norm = torch.stack([each.grad.norm() for each in parameters]).norm()
    if limit is not None:
        for each in parameters:
            each.grad.mul_(limit / torch.clamp(norm, min=limit))
