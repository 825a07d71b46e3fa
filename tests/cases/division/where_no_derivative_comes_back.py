# A norm by hand fails twice for a row of zeros, and weighs as much as that where a derivative is asked for. Behind an
# index, or outside of all that is differentiated, it is a norm like any other. All distances from an extreme are 0 where
# a span is, and are told of like it.

import jax
import jax.numpy as jnp
from flax import linen
from torch import nn


def colour(image, point):
    ray = point / jnp.sqrt(jnp.sum(point**2))
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sqrt(jnp.sum(…))` is a norm, exactly 0 for a vector of zeros
    column = jnp.clip(ray[0] * 10, 0, 9).astype(jnp.int32)
    return image[column]


def loss(weights, point):
    ray = point - weights
    ray = ray / jnp.sqrt(jnp.sum(ray**2))
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sqrt(jnp.sum(…))` is a norm, exactly 0 for a vector of zeros
    return jnp.sum(ray[0])


gradient = jax.grad(loss)


def of_angles(left, right):
    both = jnp.stack([left, right])
    values = jnp.linalg.eigvalsh(both.T @ both)
    return values[1] / values[0]
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `values[0]` is an eigenvalue and can be exactly 0


class Autoencoder(linen.Module):
    def setup(self):
        self.encoder = linen.Dense(2)

    def __call__(self, x, along):
        _, moved = jax.jvp(self.encoder, (x,), (along,))
        return jnp.mean(jax.vmap(of_angles)(moved, moved))


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.psi = nn.Conv2d(3, 1, 1)

    def forward(self, x):
        scores = self.psi(x).view(x.size(0), 1, -1)
        scores = scores - scores.min(dim=2)[0].view(x.size(0), 1, 1)
        total = scores.sum(dim=2).view(x.size(0), 1, 1).expand_as(scores)
        return scores / total
        #      ^^^^^^^^^^^^^^ NAN102 information: `total` is a difference from the min or max and can be exactly 0
