# A divisor that is never positive, as the logarithm of a sigmoid, can be 0 as well as one that is never negative.

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F


def of_logits(x):
    d = F.logsigmoid(x)
    return x / d
    #      ^^^^^ NAN102 warning: `d` is
    # fixed: nothing
    # or (unsafe): x / torch.where(torch.abs(d) < 1e-7, 1.0, d)


def squared(x):
    d = F.logsigmoid(x)
    return d**-2
    #      ^^^^^ NAN103 warning: `d` is
    # fixed: nothing
    # or (unsafe): torch.where(torch.abs(d) < 1e-5, 1.0, d)**-2


def in_jax(x):
    d = jax.nn.log_sigmoid(x)
    return x / d
    #      ^^^^^ NAN102 warning: `d` is
    # fixed: nothing
    # or (unsafe): x / jnp.where(jnp.abs(d) < 1e-7, 1.0, d)
