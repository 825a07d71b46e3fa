# What replaces NaN in a quotient says that somebody saw it: the value is repaired, and where 0 was divided by 0 the gradient stays NaN.

import torch
from torch import nn


def filled_loss(pred, target):
    ratio = pred / target
    #       ^^^^^^^^^^^^^ NAN202 information: `ratio[ratio != ratio] = 0` repairs the value but leaves the gradient NaN where `target` is 0; mask it first
    ratio[ratio != ratio] = 0
    return (ratio - 1).abs().mean()


def replaced_loss(pred, target):
    return torch.nan_to_num(pred / target).mean()
    #                       ^^^^^^^^^^^^^ NAN202 information: `torch.nan_to_num(…)` repairs the value but leaves the gradient NaN where `target` is 0; mask it first


class Relative(nn.Module):
    def forward(self, pred, target):
        ratio = pred / target
        #       ^^^^^^^^^^^^^ NAN202 information: `ratio.masked_fill(…)` repairs the value but leaves the gradient NaN where `target` is 0; mask it first
        return ratio.masked_fill(ratio.isnan(), 0.0)


def root_loss(pred, target):
    root = torch.sqrt(pred)
    #      ^^^^^^^^^^^^^^^^ NAN202 information: `torch.where(…)` repairs the value but leaves the gradient NaN where `pred` is below 0; mask it first
    return torch.where(torch.isnan(root), torch.zeros_like(root), root - target).mean()


def masked_first_loss(pred, target):
    safe = torch.where(target == 0, torch.ones_like(target), target)
    return torch.nan_to_num(pred / safe).mean()


def not_cleaned(pred, target):
    return pred / target


def prepared(column, scale):
    return torch.nan_to_num(column / scale)


@torch.no_grad()
def looked_at_loss(pred, target):
    return torch.nan_to_num(pred / target).mean()


def inverse_loss(degree, message):
    inverse = 1.0 / degree
    inverse[inverse == float("inf")] = 0
    return (inverse * message).mean()
