"""What a loss divides by: a sum of squares, a target, the size of both masks. Information, and in losses alone."""

import torch
from torch import nn


class SiSdr(nn.Module):
    def forward(self, est, ref):
        scale = (est * ref).sum(-1, keepdim=True) / (ref**2).sum(-1, keepdim=True)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…).sum(…)` can be 0 where all that it is computed from is 0
        return -scale.mean()


class PercentError(nn.Module):
    def forward(self, y_hat, y):
        return torch.mean(torch.abs((y - y_hat) / y))
        #                           ^^^^^^^^^^^^^^^ NAN102 information: `y` can be 0 where the target of the error is 0


class Dice(nn.Module):
    def forward(self, p, t):
        return 1 - (2 * (p * t).sum((1, 2)) / (p.sum((1, 2)) + t.sum((1, 2)))).mean()
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(p.sum((1, 2)) + t.sum((1, 2)))` can be 0 where both sets are empty


class Smooth(nn.Module):
    def __init__(self, smooth):
        super().__init__()
        self.smooth = smooth

    def forward(self, p, t):
        inter = (p * t).sum((1, 2))
        return 1 - (2 * inter / (p.sum((1, 2)) + t.sum((1, 2)) + self.smooth)).mean()

    def relative(self, y_hat, y):
        return torch.mean(torch.abs(y - y_hat) / torch.abs(y).clamp(min=1e-6))


def aspect_loss(box, iou):
    v = torch.atan(box[..., 2] / box[..., 3]) ** 2
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `box[..., 3]` can be 0 for an empty box, or padding
    return v * (v / (1 - iou + v))
    #           ^^^^^^^^^^^^^^^^^ NAN102 information: `(1 - iou + v)` can be 0 where the part and the rest are


def dice_metric(p, t):
    """A metric is looked at, and not trained on."""
    return 2 * (p * t).sum() / (p.sum() + t.sum())


def resized(box, w, h):
    return box[..., 2] / box[..., 3], w / h, (w - h) / h


def attention(scores, keep):
    weights = torch.softmax(scores, -1) * keep
    return weights / weights.sum(-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `weights.sum(-1, keepdim=True)` can be 0 where a whole row is masked


def attention_with_a_floor(scores, keep):
    weights = torch.softmax(scores, -1) * keep
    return weights / weights.sum(-1, keepdim=True).clamp(min=1e-9)


def inverse(a, b, c):
    """A spline whose heights are equal is linear: `a` is 0."""
    return (-b + torch.sqrt((b.pow(2) - 4 * a * c).clamp(min=1e-10))) / (2 * a)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(2 * a)` can be 0 where the equation is not quadratic
