"""Where a file uses two frameworks, nobody knows whose a difference is, and so nothing is said of its diagonal."""

import jax
import torch


def pairs(u):
    e = u[:, None] - u[None]
    reveal_range(e)  # any value float64 takes nothing
    return torch.log(e**2), jax.jit
