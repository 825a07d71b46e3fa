"""Operands that a person set: a number that became a tensor, an epsilon that a constructor is told, literal data.

Somebody asked whether the number is 0 before; the epsilon's default is positive; of literals each can be read. What a
condition says of a call it says of the name that holds its result.
"""

import numpy as np
import tensorflow as tf
import torch
from torch import nn


def mixture(s, t, beta):
    if beta == 0:
        return s
    elif beta == 1:
        return t
    beta_t = torch.tensor(beta, dtype=s.dtype, device=s.device)
    return torch.logsumexp(torch.stack([s + torch.log1p(-beta_t), t + torch.log(beta_t)]), dim=0)


class Loss(nn.Module):
    def __init__(self, smoothing, take_log=True, EPS=1e-8):
        super().__init__()
        self.smoothing, self.take_log = smoothing, take_log
        self.EPS = EPS

    def forward(self, proj, noise, delta):
        epsilon = torch.tensor(self.smoothing, device=delta.device)
        ratio = torch.sum(proj**2, dim=3) / (torch.sum(noise**2, dim=3) + self.EPS)
        return torch.log1p(-epsilon) + torch.log(epsilon) - 10 * torch.log10(ratio + self.EPS)


class Squashed(nn.Module):
    def __init__(self, epsilon: float = 1e-6):
        super().__init__()
        self.epsilon = epsilon

    def forward(self, log_std):
        safe = log_std * (log_std > 0) + self.epsilon
        return (torch.log1p(safe) + 1.0) * (log_std > 0)


class Circle(nn.Module):
    def forward(self, sims):
        near = sims <= self.margin
        total = (sims * near).sum()
        count = near.sum()
        return 0 if near.sum() == 0 else total / count


def of_another_mask(sims, near, far):
    count = (sims > far).sum()
    return 0 if (sims > near).sum() == 0 else sims.sum() / count
    #                                         ^^^^^^^^^^^^^^^^^^ NAN102 information: `count`


def rebound(sims, near):
    count = (sims > near).sum()
    near = near + 1
    return 0 if (sims > near).sum() == 0 else sims.sum() / count
    #                                         ^^^^^^^^^^^^^^^^^^ NAN102 information: `count`


def literal(x):
    p = torch.tensor([[[0.8, 0.2]]], dtype=torch.float32)
    q = tf.constant([0.5, 0.5], dtype=tf.float32)
    return x * p.log(), x * p[0, 0, 1].log(), x * tf.math.log(q)


def bins(largest):
    return int(2 ** max(np.ceil(np.log2(largest)) - 4, 4))


def each_row(logits, mask):
    return logits[mask.bool()].mean(-1).sum(), logits[mask > 0].mean(dim=1)


def all_of_them(logits, mask):
    return logits[mask.bool()].mean(), logits[mask > 0].mean(0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows
    #                                  ^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows


class Search:
    def fit(self, x):
        rho, h = 1.0, np.inf
        while rho < 1e16:
            h_new = self.step(x)
            if h_new > self.threshold * h:
                rho *= 2
            h = h_new
