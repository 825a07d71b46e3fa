"""Two boxes that lie apart share nothing: the product of the clipped sides of what they share is 0, and its logarithm -inf."""

import tensorflow as tf
import torch
from torch import nn


def unit_box_loss(pred, target):
    low = torch.max(pred[:, :2], target[:, :2])
    high = torch.min(pred[:, 2:], target[:, 2:])
    side = (high - low).clamp(min=0)
    shared = side[:, 0] * side[:, 1]
    whole = (pred[:, 2:] - pred[:, :2]).prod(1) + (target[:, 2:] - target[:, :2]).prod(1) - shared
    iou = shared / whole
    #     ^^^^^^^^^^^^^^ NAN102 information: `whole` can be 0 where the part is the whole: x / 0 is Inf or NaN; keep it away from 0
    return -torch.log(iou).mean()
    #       ^^^^^^^^^^^^^^ NAN101 warning: `iou` can be 0: log(0) is -inf; keep it above 0


class Overlap(nn.Module):
    def forward(self, a, b):
        width = torch.clamp(torch.min(a[..., 2], b[..., 2]) - torch.max(a[..., 0], b[..., 0]), min=0)
        height = torch.clamp(torch.min(a[..., 3], b[..., 3]) - torch.max(a[..., 1], b[..., 1]), min=0)
        return torch.log(width * height).sum()
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `width * height` can be 0: log(0) is -inf; keep it above 0


class ByProduct(nn.Module):
    def forward(self, a, b):
        side = (torch.min(a[..., 2:], b[..., 2:]) - torch.max(a[..., :2], b[..., :2])).clamp(min=0)
        return -torch.log(side.prod(-1) / b.prod(-1)).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `side.prod(-1) / b.prod(-1)` can be 0: log(0) is -inf; keep it above 0


def overlap_loss(y_true, y_pred):
    side = tf.maximum(tf.minimum(y_true[:, 2:], y_pred[:, 2:]) - tf.maximum(y_true[:, :2], y_pred[:, :2]), 0.0)
    shared = side[:, 0] * side[:, 1]
    return -tf.reduce_mean(tf.math.log(shared / tf.reduce_prod(y_true, axis=1)))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `shared / tf.reduce_prod(y_true, axis=1)` can be 0: log(0) is -inf; keep it above 0


# A floor after the product.
class Floored(nn.Module):
    def forward(self, a, b):
        width = torch.clamp(torch.min(a[..., 2], b[..., 2]) - torch.max(a[..., 0], b[..., 0]), min=0)
        height = torch.clamp(torch.min(a[..., 3], b[..., 3]) - torch.max(a[..., 1], b[..., 1]), min=0)
        shared = width * height
        return -torch.log((shared / b.prod(-1)).clamp(min=1e-6)).sum()


class Added(nn.Module):
    def forward(self, a, b):
        side = (torch.min(a[..., 2:], b[..., 2:]) - torch.max(a[..., :2], b[..., :2])).clamp(min=0)
        return -torch.log(side[:, 0] * side[:, 1] + 1e-6).mean()


# Each factor has a floor of its own.
class Apart(nn.Module):
    def forward(self, a, b):
        width = torch.clamp(a[..., 2] - a[..., 0], min=1e-3)
        height = torch.clamp(a[..., 3] - a[..., 1], min=1e-3)
        return torch.log(width * height).sum()
