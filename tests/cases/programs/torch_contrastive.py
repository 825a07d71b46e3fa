"""Contrastive losses over two views: temperatures, masks of the diagonal, and cosines whose arc is taken."""

from contextlib import contextmanager
from typing import Callable, Optional

import torch
import torch.distributed as dist
import torch.nn.functional as F
from torch import nn


@contextmanager
def frozen(module: nn.Module):
    flags = [p.requires_grad for p in module.parameters()]
    module.requires_grad_(False)
    try:
        yield module
    finally:
        for p, flag in zip(module.parameters(), flags):
            p.requires_grad = flag


class NTXent(nn.Module):
    def __init__(self, temperature: float = 0.07, reduction: Optional[Callable] = None):
        super().__init__()
        if temperature <= 0:
            raise ValueError("temperature must be positive")
        self.temperature = temperature
        self.reduction = reduction or torch.mean

    def similarity(self, z):
        z = F.normalize(z, dim=1)
        return torch.mm(z, z.t())

    def forward(self, z1, z2):
        n = z1.shape[0]
        sim = self.similarity(torch.cat([z1, z2])).div_(self.temperature)
        sim.fill_diagonal_(float("-inf"))
        target = torch.cat([torch.arange(n, 2 * n), torch.arange(n)]).to(z1.device)
        return F.cross_entropy(sim, target)


class HandWritten(NTXent):
    """The same with exponentials, as the paper writes it."""

    def forward(self, z1, z2):
        n = len(z1)
        sim = torch.exp(self.similarity(torch.cat([z1, z2], dim=0)) / self.temperature)
        mask = ~torch.eye(2 * n, dtype=torch.bool)
        negatives = sim.masked_select(mask).view(2 * n, -1).sum(dim=-1)
        positives = torch.exp((F.normalize(z1) * F.normalize(z2)).sum(-1) / self.temperature).repeat(2)
        reveal_range(negatives)  # [0, inf] float32 takes 6.24872655e-07, 1600326.12
        return self.reduction(-torch.log(positives / negatives))


class Supervised(NTXent):
    def forward(self, features, labels):
        logits = self.similarity(features) / self.temperature
        logits = logits - logits.max(dim=1, keepdim=True).values.detach()
        eye = torch.eye(len(labels), device=labels.device)
        same = labels[:, None].eq(labels[None, :]).float() * (1 - eye)
        exp_logits = logits.exp() * (1 - eye)
        log_prob = logits - torch.log(exp_logits.sum(1, keepdim=True))
        per_anchor = (same * log_prob).sum(1) / same.sum(1)
        #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `same.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (same * log_prob).sum(1) / same.sum(1).clamp(min=1.0)
        # or (unsafe): (same * log_prob).sum(1) / (same.sum(1) + 1e-8)
        # from: `same.sum(1)` made here, exactly 0 where nothing matches
        guarded = (same * log_prob).sum(1) / same.sum(1).clamp(min=1.0)
        has_positive = same.sum(1) > 0
        kept = (same * log_prob).sum(1)[has_positive] / same.sum(1)[has_positive]
        return -self.reduction(per_anchor) - self.reduction(guarded) - kept.mean()
        #                                                              ^^^^^^^^^^^ NAN106 information: nothing here shows that `has_positive` holds for any element, and the mean of none is NaN; ask first
        # fixed: nothing


def angular_margin(embeddings, weight, labels, m=0.5, s=64.0):
    cosine = F.linear(F.normalize(embeddings), F.normalize(weight))
    theta = torch.acos(cosine)
    #       ^^^^^^^^^^^^^^^^^^ NAN105 warning: `cosine` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
    # fixed: torch.acos(torch.clamp(cosine, -0.9999999, 0.9999999))
    # from: `F.linear(F.normalize(embeddings), F.normalize(weight))` made here, above 1 by rounding, for parallel vectors
    safe_theta = torch.acos(cosine.clamp(-1 + 1e-6, 1 - 1e-6))
    sine = torch.sqrt(1.0 - cosine.pow(2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `1.0 - cosine.pow(2)` can be below 0 where a cosine similarity is above 1: sqrt(-1) is NaN; keep it above 0
    # fixed: torch.sqrt(torch.clamp(1.0 - cosine.pow(2), 1e-10, 1.0))
    # from: `F.linear(F.normalize(embeddings), F.normalize(weight))` made here, above 1 by rounding, for parallel vectors
    guarded_sine = torch.sqrt((1.0 - cosine**2).clamp(min=1e-9))
    reveal_range(safe_theta)  # [0, 3.17300873] float32 takes nothing
    one_hot = F.one_hot(labels, num_classes=weight.size(0)).to(cosine.dtype)
    target = torch.cos(theta + m) + 0 * torch.cos(safe_theta + m) + 0 * sine + 0 * guarded_sine
    return F.cross_entropy(s * torch.where(one_hot.bool(), target, cosine), labels)


def uniformity(x, t=2):
    # FIXME: information: all of it underflows where the points are far apart, and log(0) is -inf
    return torch.pdist(x, p=2).pow(2).mul(-t).exp().mean().log()


def alignment(x, y, alpha=2):
    return (x - y).norm(p=2, dim=1).pow(alpha).mean()


def barlow(z1, z2, lambd=5e-3, eps=1e-5):
    z1 = (z1 - z1.mean(0)) / (z1.std(0) + eps)
    z2 = (z2 - z2.mean(0)) / torch.sqrt(z2.var(0, unbiased=False) + eps)
    c = z1.T @ z2 / z1.size(0)
    on = torch.diagonal(c).sub(1).pow(2).sum()
    return on + lambd * (c.pow(2).sum() - c.diagonal().pow(2).sum())


@torch.no_grad()
def gather(z):
    if not (dist.is_available() and dist.is_initialized()):
        return z
    out = [torch.zeros_like(z) for _ in range(dist.get_world_size())]
    dist.all_gather(out, z)
    return torch.cat(out)
