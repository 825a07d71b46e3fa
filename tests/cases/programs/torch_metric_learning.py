"""Triplets and proxies: distances by hand and by library, their roots at 0, hard mining with masks, a running centre."""

import itertools
import operator
from functools import reduce

import torch
from torch import linalg as LA
from torch import nn
from torch.nn.functional import cosine_similarity, normalize, one_hot, pairwise_distance, relu


def squared_euclidean(x, y=None):
    y = x if y is None else y
    xx, yy = (x * x).sum(1, keepdim=True), (y * y).sum(1, keepdim=True).T
    return xx + yy - 2 * x.mm(y.T)


def euclidean(x, squared=False, eps=1e-12):
    d2 = squared_euclidean(x)
    if squared:
        return d2
    return d2.clamp(min=eps).sqrt()


def euclidean_bare(x):
    return squared_euclidean(x).sqrt()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `squared_euclidean(x)` is a squared distance from products and can be below 0: sqrt(-1) is NaN
    # fixed: squared_euclidean(x).clamp(min=1e-10).sqrt()
    # from: `xx + yy - 2 * x.mm(y.T)` made here, below 0 by rounding, where both are nearly equal
    # from: `squared_euclidean(x)` returned by this call


def euclidean_clamped_at_zero(x):
    return torch.sqrt(torch.clamp(squared_euclidean(x), min=0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.clamp(squared_euclidean(x), min=0)` can be 0: sqrt has an infinite gradient at 0 (before PyTorch 2.14)
    # fixed (unsafe): torch.sqrt(torch.clamp(squared_euclidean(x), min=1e-10))
    # or (unsafe): torch.sqrt(torch.clamp(squared_euclidean(x), min=0) + 1e-8)
    # from: `xx + yy - 2 * x.mm(y.T)` made here, exactly 0 where a row meets itself
    # from: `squared_euclidean(x)` returned by this call


def euclidean_masked(x):
    d2 = relu(squared_euclidean(x))
    zero = d2.eq(0.0).to(d2.dtype)
    d = (d2 + zero * 1e-16).sqrt()
    return d * (1.0 - zero)


DISTANCES = {fn.__name__: fn for fn in (euclidean, euclidean_bare, euclidean_clamped_at_zero, euclidean_masked)}


class BatchHard(nn.Module):
    def __init__(self, margin=0.3, distance="euclidean", soft=False):
        super().__init__()
        self.margin, self.soft = margin, soft
        self.distance = DISTANCES.get(distance, euclidean)

    def forward(self, x, y):
        d = self.distance(x)
        same = y.view(-1, 1) == y.view(1, -1)
        hardest_pos = torch.where(same, d, torch.zeros_like(d)).amax(1)
        hardest_neg = d.masked_fill(same, torch.inf).amin(dim=1)
        gap = hardest_pos - hardest_neg
        if self.soft:
            return torch.log1p(torch.exp(gap)).mean()
            #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `torch.exp(gap)` overflows, it is Inf; use PyTorch's own
            # fixed: nn.functional.softplus(gap)
            # from: `torch.exp(gap)` made here, values in [0, inf]
        active = gap + self.margin > 0
        loss = relu(gap + self.margin)
        return loss[active].mean() if active.any() else loss.sum()


class ProxyNCA(nn.Module):
    def __init__(self, classes, dim, temperature=0.05):
        super().__init__()
        self.proxies = nn.Parameter(torch.randn(classes, dim) / 8)
        self.temperature = temperature

    def forward(self, x, y):
        unit = x / LA.vector_norm(x, dim=-1, keepdim=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `LA.vector_norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        # fixed: x / LA.vector_norm(x, dim=-1, keepdim=True).clamp(min=1e-6)
        # or: normalize(x, dim=-1)
        # or (unsafe): x / (LA.vector_norm(x, dim=-1, keepdim=True) + 1e-8)
        # from: `LA.vector_norm(x, dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros
        proxies = normalize(self.proxies, dim=-1)
        d2 = 2 - 2 * normalize(x) @ proxies.T
        root = torch.sqrt(d2)
        #      ^^^^^^^^^^^^^^ NAN103 warning: `d2` can be below 0 where a cosine similarity is above 1: sqrt(-1) is NaN; keep it above 0
        # fixed: torch.sqrt(torch.clamp(d2, min=1e-10))
        # from: `2 * normalize(x) @ proxies.T` made here, above 1 by rounding, for parallel vectors
        floored = torch.sqrt(d2.clamp(min=1e-6))
        reveal_range(floored)  # [0.000999999582, 2.00000119] float32 takes 0.00100000005, 2
        target = one_hot(y, len(proxies)).float()
        p = torch.softmax(-d2 / self.temperature, dim=-1)
        nca = -(target * torch.log(p)).sum(-1)
        #                ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: torch.log_softmax(-d2 / self.temperature, dim=-1)
        # or: torch.log(torch.clamp(p, 1e-10, 1.0))
        # or (unsafe): nn.functional.cross_entropy(-d2 / self.temperature, target, reduction="none")
        # from: `torch.softmax(-d2 / self.temperature, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        ranked = -(target * torch.log(p.clamp_min(torch.finfo(p.dtype).tiny))).sum(-1)
        return nca.mean() + ranked.mean() + 1e-3 * (root + floored).mean() + 0 * unit.sum()


class Centres(nn.Module):
    def __init__(self, k, dim, momentum=0.9):
        super().__init__()
        self.register_buffer("centre", torch.zeros(k, dim))
        self.momentum = momentum

    @torch.no_grad()
    def update(self, x, y):
        hot = one_hot(y, self.centre.shape[0]).to(x)
        count = hot.sum(0)[:, None]
        mean = hot.T @ x / count.clamp(min=1)
        seen = count > 0
        self.centre[:] = torch.where(seen, self.centre.lerp(mean, 1 - self.momentum), self.centre)

    def angle(self, x):
        cos = cosine_similarity(x[:, None], self.centre[None], dim=-1, eps=1e-8)
        return torch.arccos(cos), torch.arccos(cos.clip(-0.999999, 0.999999)), torch.atan2(torch.sin(x), torch.cos(x))
        #      ^^^^^^^^^^^^^^^^^ NAN105 warning: `cos` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
        # fixed: torch.arccos(torch.clamp(cos, -0.9999999, 0.9999999))
        # from: `cosine_similarity(x[:, None], self.centre[None], dim=-1, eps=1e-8)` made here, above 1 by rounding, for parallel vectors


def lifted(x, y, margin=1.0):
    d = euclidean(x)
    terms = []
    for i, j in itertools.combinations(range(len(x)), 2):
        if y[i] != y[j]:
            continue
        # FIXME: information: no negatives leave a sum of none, and log(0) is -inf
        push = torch.exp(margin - d[i][y != y[i]]).sum() + torch.exp(margin - d[j][y != y[j]]).sum()
        terms.append(relu(torch.log(push) + d[i, j]).square())
    return reduce(operator.add, terms) / (2 * len(terms)) if terms else x.sum() * 0


def contrastive_pair(a, b, label, margin=2.0):
    d = pairwise_distance(a, b, keepdim=False)
    plain = (a - b).pow(2).sum(-1).sqrt()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(a - b).pow(2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): (a - b).pow(2).sum(-1).clamp(min=1e-10).sqrt()
    # or (unsafe): ((a - b).pow(2).sum(-1) + 1e-8).sqrt()
    reveal_range(d)  # [0, inf] float32
    return (label * d**2 + (1 - label) * relu(margin - plain).pow(2)).mean()
