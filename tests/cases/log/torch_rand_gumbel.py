# Gumbel noise with its epsilons is left alone; without one the uniform number can be 0.

import torch


def sample_gumbel(shape, eps=1e-20):
    u = torch.rand(shape)
    return -torch.log(-torch.log(u + eps) + eps)


def sample_gumbel_bare(shape):
    u = torch.rand(shape)
    inner = torch.log(u)
    #       ^^^^^^^^^^^^ NAN101 warning: `u` is a uniform random number
    # fixed: torch.log(torch.clamp(u, 1e-10, 1.0))
    return inner
