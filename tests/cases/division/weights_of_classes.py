# A loss that weighs each class by 1 over what it takes up, as the generalised Dice loss does, divides by 0 where a
# class does not occur in the batch.

import torch
from torch import nn


class Squared(nn.Module):
    def forward(self, p, target):
        weight = 1.0 / (target.sum((0, 2, 3)) ** 2)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(target.sum((0, 2, 3)) ** 2)` can be 0 where a class does not occur: x / 0 is Inf or NaN; keep it away from 0
        return 1 - 2 * (weight * (p * target).sum((0, 2, 3))).mean()


class ByAnEquation(nn.Module):
    def forward(self, p, target):
        weight = 1 / (torch.einsum("bcwh->bc", target) * torch.einsum("bcwh->bc", target))
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` can be 0 where a class does not occur: x / 0 is Inf or NaN; keep it away from 0
        return 1 - 2 * (weight * torch.einsum("bcwh,bcwh->bc", p, target)).mean()


class Flat(nn.Module):
    def forward(self, p, target):
        t = target.view(target.size(0), target.size(1), -1)
        return 1 - (p.sum(-1) * (1.0 / t.sum([0, -1]))).mean()
        #                        ^^^^^^^^^^^^^^^^^^^^ NAN102 information: `t.sum([0, -1])` can be 0 where a class does not occur: x / 0 is Inf or NaN; keep it away from 0


class Masked(nn.Module):
    def forward(self, p, target):
        weight = 1.0 / (target.sum((0, 2, 3)).clamp(min=1) ** 2)
        return 1 - 2 * (weight * (p * target).sum((0, 2, 3))).mean()


class OfAll(nn.Module):
    def forward(self, p, target):
        return (p - target).abs().sum() * (1.0 / target.sum())


class Scaled(nn.Module):
    def forward(self, p, target):
        return ((p - target).abs() * (2.0 / target.sum(1, keepdim=True))).mean()


def reported(p, target):
    return 1.0 / (target.sum((0, 2, 3)) ** 2)
