"""A vector of labels is made of whole numbers: no derivative leads through it, whatever root is taken of it."""

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F


def weighted_loss(model, x, y):
    w = torch.sqrt(F.one_hot(y, 5))
    return (model(x) * w).sum()


def smoothed_loss(model, x, y):
    smooth = F.one_hot(y, 5).float() * 0.9
    return (model(x) * torch.sqrt(smooth)).sum()


def of_the_output_loss(model, x, y):
    p = torch.softmax(model(x), -1) * F.one_hot(y, 5)
    return torch.sqrt(p).sum()
    #      ^^^^^^^^^^^^^ NAN301 warning: `p` can be 0, as a softmax can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.sqrt(p + 1e-8)
    # from: `torch.softmax(model(x), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def loss(params, x, y):
    return jnp.sum((x @ params) * jnp.sqrt(jax.nn.one_hot(y, 5)))


step = jax.grad(loss)
