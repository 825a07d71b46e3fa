# A part of a whole is 0 / 0 where the rest is weighted too: a weight scales what can be 0, and keeps nothing from 0 as an epsilon does.

import torch
from torch import nn


class Tversky(nn.Module):
    def __init__(self, alpha=0.3, smooth=1.0):
        super().__init__()
        self.alpha = alpha
        self.smooth = smooth

    def forward(self, logit, target):
        p = torch.sigmoid(logit)
        hits = (p * target).sum()
        false = (p * (1 - target)).sum()
        missed = ((1 - p) * target).sum()
        return 1 - hits / (hits + self.alpha * false + (1 - self.alpha) * missed)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` can be 0 where the part and the rest are 0: x / 0 is Inf or NaN; keep it away from 0


class Smooth(Tversky):
    def forward(self, logit, target):
        p = torch.sigmoid(logit)
        hits = (p * target).sum()
        false = (p * (1 - target)).sum()
        return 1 - hits / (hits + self.alpha * false + self.smooth)


def part_loss(p, t, alpha=0.3):
    hits = (p * t).sum()
    return 1 - hits / (hits + alpha * (p * (1 - t)).sum())
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` can be 0 where the part and the rest are 0: x / 0 is Inf or NaN; keep it away from 0


def part_with_scaled_epsilon_loss(p, t, alpha=0.3, eps=1e-6):
    hits = (p * t).sum()
    return 1 - hits / (hits + alpha * (p * (1 - t)).sum() + 2 * eps)


class PartOfEach(nn.Module):
    def forward(self, hits, false):
        return hits / (hits + false)
