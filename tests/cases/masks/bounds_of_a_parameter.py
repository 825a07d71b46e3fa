"""Who clips a probability at 1e-8 and 1 - 1e-8 says that it reaches 0 and 1: in float32 the upper bound is 1."""

import jax.numpy as jnp
import torch


def clamped(p, y):
    p = torch.clamp(p, 1e-8, 1 - 1e-8)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()
    #                                     ^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(p, 1e-8, 1 - 1e-8)` masks nothing: its upper bound 1 - 1e-8 is 1 in float32
    # fixed: p = torch.clamp(p, 1e-8, 1 - 1e-7)
    # adds: 1e-7


def clipped(p, y, eps=1e-10):
    p = jnp.clip(p, eps, 1.0 - eps)
    return -jnp.mean(y * jnp.log(p) + (1 - y) * jnp.log1p(-p))
    #                                           ^^^^^^^^^^^^^ NAN201 warning: `jnp.clip(p, eps, 1.0 - eps)` masks nothing: its upper bound 1.0 - eps is 1 in float32
    # fixed: p = jnp.clip(p, eps, 1.0 - 1e-7)
    # adds: 1e-7


def wide_enough(p, y):
    p = torch.clamp(p, 1e-7, 1 - 1e-7)
    return -(y * torch.log(p) + (1 - y) * torch.log(1 - p)).mean()


def in_double(p):
    p = p.double().clamp(1e-8, 1 - 1e-8)
    return torch.log(1 - p)


class Squashed:
    EPS = 1e-8

    def squash(self, p):
        return torch.clamp_max(torch.clamp_min(p, self.EPS), 1 - self.EPS)

    def entropy(self, p):
        p = self.squash(p)
        return -(1 - p) * torch.log(1 - p)
        #                 ^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp_max(…)` masks nothing: its upper bound `1 - self.EPS` is 1 in float32

    def range_alone(self, p):
        return torch.clamp(p, 0.0, 1.0)

    def log_of_rest(self, p):
        return torch.log(1 - self.range_alone(p))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 information: `torch.clamp(p, 0.0, 1.0)` masks nothing: its upper bound 1 is let through
