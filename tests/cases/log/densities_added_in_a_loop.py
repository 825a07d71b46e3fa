# A mixture whose densities a loop adds up: far from all centres each exponential underflows, and the logarithm is of 0.

import jax
import jax.numpy as jnp
import torch


def mixture_nll(weights, means, x):
    total = 0
    for weight, mean in zip(weights, means):
        total = total + weight * torch.exp(-0.5 * (x - mean) ** 2)
    return -torch.log(total).mean()
    #       ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `total` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(total, min=1e-10))


def nll(params, x):
    density = jnp.zeros(x.shape[0])
    for k in range(3):
        density += params["w"][k] * jnp.exp(-jnp.square(x - params["mu"][k]))
    return -jnp.mean(jnp.log(density))
    #                ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `density` stays above 0: log(0) is -inf
    # fixed: jnp.log(jnp.maximum(density, 1e-10))


step = jax.grad(nll)


class Parzen(torch.nn.Module):
    def kernel(self, d):
        return torch.exp(-d.pow(2) / 2)

    def forward(self, x, data):
        k = self.kernel(x.unsqueeze(1) - data.unsqueeze(0)).prod(-1)
        return k.mean(1).log().mean()
    #          ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `k.mean(1)` stays above 0: log(0) is -inf
    # fixed: k.mean(1).clamp(min=1e-10).log()
    # or (unsafe): (k.mean(1) + 1e-8).log()


# What begins with something else is kept away from 0, and so is what is added to something bounded.


def floored_nll(weights, means, x):
    total = 1e-6
    for weight, mean in zip(weights, means):
        total = total + weight * torch.exp(-0.5 * (x - mean) ** 2)
    return -torch.log(total).mean()


def bounded_nll(weights, angles, x):
    total = 0
    for weight, angle in zip(weights, angles):
        total = total + weight * torch.exp(torch.cos(x - angle))
    return -torch.log(total).mean()


# What another density scales each time underflows no less.


def fading_nll(ages, means, x):
    total = 0
    for age, mean in zip(ages, means):
        total *= torch.exp(-(age**2))
        total += torch.exp(-0.5 * (x - mean) ** 2)
    return -torch.log(total).mean()
    #       ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `total` stays above 0: log(0) is -inf
