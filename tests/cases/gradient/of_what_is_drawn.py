"""Random numbers are no variables: nobody asks for the derivative of what is computed of them alone.

And their length is not 0, as they are not all equal. A mean that was computed makes them variables again.
"""

import jax
import jax.numpy as jnp
import numpy as np
import torch
from torch import nn


class Noisy(nn.Module):
    def noise(self, n):
        x = torch.randn(n, device=self.weight.device)
        return x.sign().mul_(x.abs().sqrt_())

    def forward(self, x):
        return x * self.noise(x.shape[-1])


def rotations(n):
    o = torch.randn((n, 4))
    square = (o * o).sum(1)
    return o / torch.sqrt(square)[:, None]


def barycentric(n):
    uv = torch.rand(2, n)
    u = uv[0].sqrt()
    return 1.0 - u, u * (1.0 - uv[1])


def directions(n, d):
    p = torch.randn(n, d)
    return p / p.norm(dim=1, keepdim=True)


def on_a_sphere(key, n, d):
    p = jax.random.normal(key, (n, d))
    return p / jnp.linalg.norm(p, axis=-1, keepdims=True)


def disturbed(n, d, q):
    s = np.random.randn(n, d)
    s = np.sign(s) * np.abs(s)
    return s / np.std(s, axis=0)


def of_a_layer(key, w, x):
    h = x @ w + 0.1 * jax.random.normal(key, (8,))
    return jnp.sqrt(jnp.sum(h**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows


loss = jax.grad(of_a_layer, argnums=1)
