"""Losses of boxes: overlaps of empty boxes, logarithms of sizes, a focal loss by probabilities and by logits."""

import math
import typing as t

import torch
from torch import Tensor
from torch.nn import Module, functional as F

Reduction = t.Literal["none", "mean", "sum"]


def xyxy_to_cxcywh(boxes: Tensor) -> Tensor:
    x0, y0, x1, y1 = boxes.unbind(-1)
    return torch.stack(((x0 + x1) / 2, (y0 + y1) / 2, x1 - x0, y1 - y0), dim=-1)


def area(boxes: Tensor) -> Tensor:
    return (boxes[..., 2] - boxes[..., 0]).clamp(min=0) * (boxes[..., 3] - boxes[..., 1]).clamp(min=0)


def intersection(a: Tensor, b: Tensor) -> Tensor:
    lt = torch.maximum(a[:, None, :2], b[None, :, :2])
    rb = torch.minimum(a[:, None, 2:], b[None, :, 2:])
    wh = (rb - lt).clamp_(0)
    return wh[..., 0] * wh[..., 1]


def iou_matrix(a: Tensor, b: Tensor) -> Tensor:
    inter = intersection(a, b)
    union = area(a)[:, None] + area(b)[None] - inter
    # FIXME: information: two empty boxes have no union, 0 / 0; nothing here says that `ciou` is a loss
    return inter / union


def iou_matrix_guarded(a: Tensor, b: Tensor, eps: float = 1e-7) -> Tensor:
    inter = intersection(a, b)
    union = (area(a)[:, None] + area(b)[None] - inter).clamp(min=eps)
    reveal_range(union)  # any value float32 takes 1.00000001e-07
    return inter / union


class BoxCoder:
    weights = (10.0, 10.0, 5.0, 5.0)
    clip = math.log(1000.0 / 16)

    def encode(self, gt: Tensor, anchors: Tensor) -> Tensor:
        wx, wy, ww, wh = self.weights
        cx, cy, w, h = xyxy_to_cxcywh(anchors).unbind(-1)
        gx, gy, gw, gh = xyxy_to_cxcywh(gt).unbind(-1)
        w, h = w.clamp(min=1.0), h.clamp(min=1.0)
        dw = ww * torch.log(gw / w)
        #         ^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `gw / w` stays above 0: log(0) is -inf
        # fixed: torch.log(torch.clamp(gw / w, min=1e-10))
        dh = wh * torch.log(torch.clamp(gh, min=1.0) / h)
        return torch.stack([wx * (gx - cx) / w, wy * (gy - cy) / h, dw, dh], dim=-1)

    def decode(self, deltas: Tensor, anchors: Tensor) -> Tensor:
        cx, cy, w, h = xyxy_to_cxcywh(anchors).unbind(-1)
        dx, dy, dw, dh = (d / weight for d, weight in zip(deltas.unbind(-1), self.weights))
        dw, dh = dw.clamp(max=self.clip), torch.clamp(dh, max=self.clip)
        px, py, pw, ph = dx * w + cx, dy * h + cy, dw.exp() * w, torch.exp(dh) * h
        return torch.stack([px - pw / 2, py - ph / 2, px + pw / 2, py + ph / 2], -1)


class FocalLoss(Module):
    def __init__(self, alpha: float = 0.25, gamma: float = 2.0, reduction: Reduction = "mean"):
        super().__init__()
        self.alpha, self.gamma, self.reduction = alpha, gamma, reduction

    def _reduce(self, loss: Tensor, avg_factor: t.Optional[Tensor] = None) -> Tensor:
        if avg_factor is not None:
            return loss.sum() / avg_factor
            #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `avg_factor` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
            # fixed: loss.sum() / avg_factor.clamp(min=1.0)
            # or (unsafe): loss.sum() / (avg_factor + 1e-8)
            # from: `(targets == 1).sum()` made here, exactly 0 where nothing matches
            # from: `positives` passed as `avg_factor` here
        return getattr(loss, self.reduction)() if self.reduction != "none" else loss

    def forward(self, logits: Tensor, targets: Tensor) -> Tensor:
        p = logits.sigmoid()
        pt = torch.where(targets == 1, p, 1 - p)
        loss = -self.alpha * (1 - pt) ** self.gamma * torch.log(pt)
        #                                             ^^^^^^^^^^^^^ NAN101 warning: `pt` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
        # fixed: torch.where(targets == 1, F.logsigmoid(logits), F.logsigmoid(-logits))
        # or: torch.log(torch.clamp(pt, 1e-10, 1.0))
        # or (unsafe): torch.log(pt + 1e-8)
        # from: `logits.sigmoid()` made here, exactly 0 in float32 for inputs below -89
        # from: `pt = torch.where(targets == 1, p, 1 - p)` goes into `pt` here
        positives = (targets == 1).sum()
        return self._reduce(loss, avg_factor=positives)


class FocalWithLogits(FocalLoss):
    def forward(self, logits: Tensor, targets: Tensor) -> Tensor:
        ce = F.binary_cross_entropy_with_logits(logits, targets, reduction="none")
        pt = torch.exp(-ce)
        reveal_range(pt)  # [0, 1.00000048] float32 takes nothing
        loss = self.alpha * (1 - pt) ** self.gamma * ce
        return self._reduce(loss, avg_factor=(targets > 0).sum().clamp(min=1))


def ciou(pred: Tensor, target: Tensor, eps: float = 1e-7) -> Tensor:
    px, py, pw, ph = xyxy_to_cxcywh(pred).unbind(-1)
    tx, ty, tw, th = xyxy_to_cxcywh(target).unbind(-1)
    rho2 = (px - tx).pow(2) + (py - ty).pow(2)
    v = (4 / math.pi**2) * (torch.atan(tw / th) - torch.atan(pw / (ph + eps))).square()
    iou = torch.diagonal(iou_matrix(pred, target))
    with torch.no_grad():
        alpha = v / (1 - iou + v + eps)
    centre = torch.sqrt(rho2)
    #        ^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `rho2` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(rho2, min=1e-10))
    # or (unsafe): torch.sqrt(rho2 + 1e-8)
    log_iou = -iou.clamp(min=eps).log()
    return 1 - iou + centre + alpha * v + log_iou


def gaussian_radius(height: float, width: float, overlap: float = 0.7) -> float:
    b = height + width
    c = width * height * (1 - overlap) / (1 + overlap)
    return (b + math.sqrt(max(b * b - 4 * c, 0.0))) / 2
