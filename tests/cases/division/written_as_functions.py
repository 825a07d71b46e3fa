"""A quotient that a function is called for is what the operator makes: the same shares, means and weights."""

import numpy as np
import torch


def weighted_mean(x: torch.Tensor, m: torch.Tensor):
    return torch.div((x * m).sum(1), m.sum(1))


def shares_of_densities(x, centres):
    p = np.exp(-((x - centres) ** 2))
    return np.divide(p, p.sum())
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `p.sum()` can be 0 where all of it underflows: x / 0 is Inf or NaN; keep it away from 0


# A sum of squares is not 0 of what an epsilon was added to, nor is a share masked by what is only added to it.


def projected(a: torch.Tensor, b: torch.Tensor, eps):
    size = b.abs() + eps
    return (a * b).sum(-1) / (size**2).sum(-1)


def biased_loss(x, w, bias=None):
    w = w.abs()
    if bias is not None:
        w += bias
    w = w / w.sum(1, keepdim=True)
    return (w * x).mean()
