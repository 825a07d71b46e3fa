# The densities of a point far from all others underflow, all of them: their sum is 0, by whatever name and width it is made.
# That two points may coincide, where a density is 1, keeps nothing of another one.

import jax
import jax.numpy as jnp
import torch
from torch import nn


def likelihood(net, x, y):
    k = torch.exp(-torch.cdist(net(x), y) ** 2)
    loss = -torch.log(k.sum(1)).sum()
    #       ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `k.sum(1)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
    loss.backward()


class Clusters(nn.Module):
    def __init__(self, k, d):
        super().__init__()
        self.means = nn.Parameter(torch.randn(k, d))

    def forward(self, x):
        density = torch.exp(-0.5 * ((x[:, None] - self.means) ** 2).sum(-1))
        return density / density.sum(1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `density.sum(1, keepdim=True)` can be 0 where all of it underflows: x / 0 is Inf or NaN; keep it away from 0


class Transport(nn.Module):
    def __init__(self, eps=0.01, steps=20):
        super().__init__()
        self.eps, self.steps = eps, steps

    def forward(self, x, y):
        cost = torch.cdist(x, y) ** 2
        kernel = torch.exp(-cost / self.eps)
        v = torch.ones(y.shape[0])
        for _ in range(self.steps):
            u = 1 / (kernel @ v)
            #   ^^^^^^^^^^^^^^^^ NAN102 information: `(kernel @ v)` can be 0 where all of it underflows: x / 0 is Inf or NaN; keep it away from 0
            v = 1 / (kernel.T @ u)
            #   ^^^^^^^^^^^^^^^^^^ NAN102 information: `(kernel.T @ u)` can be 0 where all of it underflows: x / 0 is Inf or NaN; keep it away from 0
        return (u[:, None] * kernel * v[None] * cost).sum()


@jax.grad
def spread(x, c, width=0.1):
    d = jnp.sum((x[:, None] - c[None]) ** 2, -1)
    w = jnp.exp(-(d / width))
    return jnp.mean(w / jnp.sum(w, -1, keepdims=True))


class Shares(nn.Module):
    def __init__(self, k, d, eps=0.01):
        super().__init__()
        self.eps = eps
        self.means = nn.Parameter(torch.randn(k, d))

    def forward(self, x):
        d = ((x[:, None] - self.means) ** 2).sum(-1)
        return torch.softmax(-d / self.eps, dim=1)

    def masked(self, x):
        density = torch.exp(-((x[:, None] - self.means) ** 2).sum(-1) / self.eps)
        return density / (density.sum(1, keepdim=True) + 1e-8)

    def shifted(self, x):
        d = ((x[:, None] - self.means) ** 2).sum(-1)
        density = torch.exp(d.amin(1, keepdim=True) - d)
        return density / density.sum(1, keepdim=True)

    def kernel_of_itself(self, x):
        kernel = torch.exp(-torch.cdist(x, x) ** 2)
        return kernel / kernel.sum(1, keepdim=True)


def logarithm(net, x, y):
    d = torch.cdist(net(x), y) ** 2
    loss = -torch.logsumexp(-d, 1).sum()
    loss.backward()


def above_0(net, x, y):
    k = torch.exp(-torch.cdist(net(x), y) ** 2)
    loss = -torch.log(k.sum(1).clamp(min=1e-8)).sum()
    loss.backward()


class Nearest(nn.Module):
    def __init__(self, beta=2.0):
        super().__init__()
        self.beta = beta

    def forward(self, x, means):
        d = ((x[:, None] - means) ** 2).sum(-1)
        density = torch.exp(-self.beta * (d - d.amin(1, keepdim=True)))
        return density / density.sum(1, keepdim=True)
