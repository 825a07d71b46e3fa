# Two entries of a table of numbers that rise are not equal: no difference of what is computed of the one and of the
# other is 0, however long the way is. What is taken from a whole table is 0 at its place, and the rest is not.

import jax.numpy as jnp
import numpy as np
import torch


class Schedule:
    def __init__(self, n=1000):
        self.sigmas = torch.exp(torch.linspace(np.log(0.01), np.log(50.0), n))

    def step(self, t):
        sigma, before = self.sigmas[t], self.sigmas[t - 1]
        return torch.sqrt(sigma**2 - before**2)

    def first(self, t):
        before = torch.where(t == 0, torch.zeros_like(t), self.sigmas[t - 1])
        return torch.sqrt(self.sigmas[t] ** 2 - before**2)

    def ratio(self, t):
        return torch.sqrt(1 - self.sigmas[t - 1] / self.sigmas[t])

    def moved_to_a_device(self, t, x):
        sigma, before = self.sigmas.to(x.device)[t], self.sigmas[t - 1].to(x.device)
        return torch.sqrt(sigma**2 - before**2)

    def same(self, t):
        return 1 / (self.sigmas[t] ** 2 - self.sigmas[t] ** 2)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…)` comes from an exponential, and nothing keeps it away from 0: x / 0 is Inf or NaN
        # fixed: nothing
        # from: `torch.exp(torch.linspace(np.log(0.01), np.log(50.0), n))` made here, values in [0.01, 50]


def of_jax(t):
    s = jnp.exp(jnp.linspace(jnp.log(0.01), jnp.log(50.0), 100))
    return jnp.sqrt(s[t] ** 2 - s[t - 1] ** 2)


def of_what_saturates(x, t):
    s = torch.sigmoid(x)
    return torch.sqrt(s[t] ** 2 - s[t - 1] ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `s[t] ** 2 - s[t - 1] ** 2` can be 0, as a sigmoid can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(s[t] ** 2 - s[t - 1] ** 2, 1e-10, 1.0))
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


class Solver:
    """Steps of a sampler: half logarithms of the ratio of signal to noise, at two times."""

    def __init__(self, n=1000):
        betas = torch.linspace(1e-4, 0.02, n)
        self.alphas = torch.cumprod(1.0 - betas, dim=0)
        self.sigmas = ((1 - self.alphas) / self.alphas) ** 0.5
        self.scaled = rescaled(betas)
        self.roots = self.alphas.sqrt()

    def shares(self, sigma):
        alpha = 1 / (sigma**2 + 1) ** 0.5
        return alpha, sigma * alpha

    def step(self, i, x, noise):
        alpha_t, sigma_t = self.shares(self.sigmas[i - 1])
        alpha_s, sigma_s = self.shares(self.sigmas[i])
        h = (torch.log(alpha_t) - torch.log(sigma_t)) - (torch.log(alpha_s) - torch.log(sigma_s))
        return x + sigma_t * torch.sqrt(1.0 - torch.exp(-2 * h)) * noise / torch.expm1(h)

    def nowhere(self, i):
        alpha_t, sigma_t = self.shares(self.sigmas[i])
        alpha_s, sigma_s = self.shares(self.sigmas[i])
        h = (torch.log(alpha_t) - torch.log(sigma_t)) - (torch.log(alpha_s) - torch.log(sigma_s))
        return torch.log(1.0 - torch.exp(-2 * h))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1.0 - torch.exp(-2 * h)` comes from an exponential, and nothing keeps it above 0: log(0) is -inf
        # fixed: torch.log(torch.clamp(1.0 - torch.exp(-2 * h), 1e-10, 1.0))
        # from: `torch.exp(-2 * h)` made here, values in [0, inf]

    def at(self, i):
        return torch.sqrt(self.scaled[i])

    def weight(self, i):
        return 1 / (self.roots[i] - self.roots[-1])


def rescaled(betas):
    roots = torch.cumprod(1.0 - betas, dim=0).sqrt()
    first, last = roots[0].clone(), roots[-1].clone()
    roots = roots - last
    roots = roots * (first / (first - last))
    bars = roots**2
    return torch.cat([bars[0:1], bars[1:] / bars[:-1]])


def whole(n):
    t = torch.linspace(0.1, 1.0, n).exp()
    return 1 / (t - t[-1])
    #      ^^^^^^^^^^^^^^^ NAN102 warning: `(t - t[-1])` is a difference from one of its elements and can be exactly 0: x / 0 is Inf or NaN
    # fixed: nothing
    # from: `t - t[-1]` made here, exactly 0 at that element


def between(sigma, n):
    sigmas = np.log(np.linspace(0.02, 10.0, n))
    low = np.clip(np.sum(sigma >= sigmas), 0, n - 2)
    return (sigmas[low] - sigma) / (sigmas[low] - sigmas[low + 1])


def each_with_each(n):
    t = torch.linspace(0.1, 1.0, n)
    return 1 / (t[:, None] - t[None, :])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(t[…] - t[…])` is a pairwise difference and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # from: `t[:, None] - t[None, :]` made here, exactly 0 where an element meets itself


def trained():
    t = torch.linspace(0.0, 1.0, 8, requires_grad=True)
    torch.sqrt(t * 2).sum().backward()
   #^^^^^^^^^^^^^^^^^ NAN301 warning: `t * 2` holds 0: sqrt has an infinite gradient at 0; keep it above 0
   # fixed (unsafe): torch.sqrt(torch.clamp(t * 2, min=1e-10))
   # or (unsafe): torch.sqrt(t * 2 + 1e-8)


def scheduled(x):
    t = torch.linspace(0.0, 1.0, 8)
    return x * torch.sqrt(1 - torch.exp(-t))
