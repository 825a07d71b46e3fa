# Two entries of a table of numbers that rise are not equal, so that the difference of their squares is not 0.

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
        return torch.sqrt(self.sigmas[t] ** 2 - self.sigmas[t] ** 2)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `self.sigmas[…] *…[…] ** 2` comes from an exponential and can be exactly 0


def of_jax(t):
    s = jnp.exp(jnp.linspace(jnp.log(0.01), jnp.log(50.0), 100))
    return jnp.sqrt(s[t] ** 2 - s[t - 1] ** 2)


def of_what_saturates(x, t):
    s = torch.sigmoid(x)
    return torch.sqrt(s[t] ** 2 - s[t - 1] ** 2)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `s[t] ** 2 - s[t - 1] ** 2` can be 0, as a sigmoid can
