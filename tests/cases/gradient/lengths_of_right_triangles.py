"""PyTorch's hypot has no derivative at the origin, where both of its sides are 0; those of JAX and Keras answer a number."""

import jax
import jax.numpy as jnp
import torch
from torch import nn


class EdgeLengths(nn.Module):
    def forward(self, points, source, target):
        delta = points[source] - points[target]
        return torch.hypot(delta[:, 0], delta[:, 1])
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `delta[…]` and the other are not both 0: the gradient of a length is NaN at the origin


def gradient_magnitude_loss(image, reference):
    dx = image[..., 1:, :-1] - image[..., :-1, :-1]
    dy = image[..., :-1, 1:] - image[..., :-1, :-1]
    return (torch.hypot(dx, dy) - reference).abs().mean()
    #       ^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `dx` and the other are not both 0: the gradient of a length is NaN at the origin


class Gated(nn.Module):
    def forward(self, x, y):
        return torch.hypot(torch.relu(x), torch.relu(y))


class WithFloor(nn.Module):
    def forward(self, x, y):
        return torch.hypot(torch.relu(x), torch.relu(y) + 1e-3)


class OneSided(nn.Module):
    def forward(self, x):
        return torch.hypot(torch.relu(x), torch.ones(()))


def jax_loss(params, x, y):
    return jnp.mean(jnp.hypot(jax.nn.relu(x @ params), jax.nn.relu(y @ params)))


step = jax.grad(jax_loss)
