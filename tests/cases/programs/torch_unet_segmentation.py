"""A small U-Net with overlap losses: what is divided by sums of probabilities, of masks and of counts of pixels."""

from enum import Enum, auto

import torch
import torch.nn as nn
import torch.nn.functional as F


class Mode(Enum):
    BINARY = auto()
    MULTICLASS = auto()


def double_conv(c_in, c_out, *, norm=nn.BatchNorm2d, **conv_kw):
    kw = {"kernel_size": 3, "padding": 1, "bias": False, **conv_kw}
    return nn.Sequential(
        nn.Conv2d(c_in, c_out, **kw),
        norm(c_out),
        nn.ReLU(True),
        nn.Conv2d(c_out, c_out, **kw),
        norm(c_out),
        nn.ReLU(True),
    )


class UNet(nn.Module):
    def __init__(self, n_classes=1, widths=(32, 64, 128), mode=Mode.BINARY):
        super().__init__()
        self.mode = mode
        ins = (3,) + widths[:-1]
        self.down = nn.ModuleList(double_conv(i, o) for i, o in zip(ins, widths))
        self.up = nn.ModuleList(double_conv(a + b, a) for a, b in zip(widths[-2::-1], widths[:0:-1]))
        self.head = nn.Conv2d(widths[0], n_classes, kernel_size=1)

    def forward(self, x):
        skips = []
        for i, block in enumerate(self.down):
            x = block(F.max_pool2d(x, 2) if i else x)
            skips.append(x)
        x = skips.pop()
        for block, skip in zip(self.up, skips[::-1]):
            x = F.interpolate(x, size=skip.shape[-2:], mode="bilinear", align_corners=False)
            x = block(torch.cat((skip, x), dim=1))
        logits = self.head(x)
        return logits.sigmoid() if self.mode is Mode.BINARY else logits.softmax(dim=1)


class Overlap(nn.Module):
    smooth = 0.0

    def __init__(self, dims=(2, 3), smooth=None):
        super().__init__()
        self.dims = dims
        if smooth is not None:
            self.smooth = smooth

    def ratio(self, numerator, denominator):
        # FIXME: information: without smoothing an empty image with an empty mask is 0 / 0
        return (numerator + self.smooth) / (denominator + self.smooth)


class SoftDice(Overlap):
    def forward(self, p, y):
        inter = (p * y).sum(self.dims)
        return 1 - self.ratio(2 * inter, p.sum(self.dims) + y.sum(self.dims)).mean()


class LaplaceDice(SoftDice):
    smooth = 1.0


class Tversky(Overlap):
    def __init__(self, alpha=0.3, beta=0.7, gamma=0.75, eps=1e-7):
        super().__init__()
        self.alpha, self.beta, self.gamma, self.eps = alpha, beta, gamma, eps

    def forward(self, p, y):
        tp = (p * y).sum(self.dims)
        fp, fn = (p * (1 - y)).sum(self.dims), ((1 - p) * y).sum(self.dims)
        index = tp / (tp + self.alpha * fp + self.beta * fn + self.eps)
        return (1 - index).pow(self.gamma).mean()


class Trainer:
    def __init__(self, net=None):
        self.net = UNet() if net is None else net
        self.unsmoothed, self.laplace, self.tversky = SoftDice(), LaplaceDice(), Tversky()

    def weighted_bce(self, p, y):
        positives = (y > 0.5).sum()
        negatives = y.numel() - positives
        weight = negatives / positives
        #        ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `positives` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
        # fixed: negatives / positives.clamp(min=1.0)
        # or (unsafe): negatives / (positives + 1e-8)
        # from: `(y > 0.5).sum()` made here, exactly 0 where nothing matches
        safe_weight = negatives / positives.clamp(min=1)
        log_p, log_q = p.log(), torch.log(1 - p)
        #              ^^^^^^^ NAN101 warning: `p` can be 0, as a softmax is once a logit trails the largest by 104: log(0) is -inf; keep it above 0
        # fixed: p.clamp(1e-10, 1.0).log()
        # or (unsafe): (p + 1e-8).log()
        # from: `logits.softmax(dim=1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `UNet()(x)` returned by this call
        # from: `p` passed as `p` here
        #                       ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a softmax is exactly 1: log(0) is -inf; keep it above 0
        # fixed: torch.log(torch.clamp(1 - p, 1e-10, 1.0))
        # from: `logits.softmax(dim=1)` made here, exactly 1 in float32 once one logit leads the others by 17
        # from: `UNet()(x)` returned by this call
        # from: `p` passed as `p` here
        bounded = p.clamp(1e-6, 1 - 1e-6)
        reveal_range(bounded)  # [9.99999997e-07, 0.999998987] float32 takes 9.99999997e-07, 0.999998987
        exact = -(safe_weight * y * bounded.log() + (1 - y) * (1 - bounded).log()).mean()
        return exact - (weight * y * log_p + (1 - y) * log_q).mean()

    def boundary(self, p):
        gx = p[..., :, 1:] - p[..., :, :-1]
        gy = p[..., 1:, :] - p[..., :-1, :]
        length = torch.sqrt(gx[..., 1:, :] ** 2 + gy[..., :, 1:] ** 2)
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `gx[…] ** 2 + gy[…] ** 2` can be 0, as a softmax can: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): torch.sqrt(torch.clamp(gx[..., 1:, :] ** 2 + gy[..., :, 1:] ** 2, min=1e-10))
        # from: `logits.softmax(dim=1)` made here, exactly 0 in float32 once a logit trails the largest by 104
        # from: `UNet()(x)` returned by this call
        # from: `p` passed as `p` here
        soft = torch.sqrt(gx[..., 1:, :].square() + gy[..., :, 1:].square() + 1e-8)
        reveal_range(soft)  # [9.99999684e-05, 1.41421402] float32 takes 9.99999975e-05
        return length.mean() + soft.mean()

    def step(self, x, y, ignore=None):
        p = UNet()(x)
        loss = self.unsmoothed(p, y) + self.laplace(p, y) + self.tversky(p, y)
        loss = loss + self.weighted_bce(p, y) + self.boundary(p)
        if ignore is not None:
            valid = (~ignore).float()
            masked = (F.l1_loss(p, y, reduction="none") * valid).sum() / valid.sum()
            #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `valid.sum()` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
            # fixed: (F.l1_loss(p, y, reduction="none") * valid).sum() / valid.sum().clamp(min=1.0)
            # or (unsafe): (F.l1_loss(p, y, reduction="none") * valid).sum() / (valid.sum() + 1e-8)
            # from: `valid.sum()` made here, exactly 0 where nothing matches
            loss += masked if valid.any() else 0.0
        loss.backward()
        return loss.detach()


@torch.inference_mode()
def mean_iou(pred, target, n):
    hist = torch.bincount(n * target.flatten() + pred.flatten(), minlength=n * n).view(n, n).float()
    tp = hist.diag()
    union = hist.sum(0) + hist.sum(1) - tp
    per_class = tp / union
    return per_class[union > 0].mean(), torch.nanmean(per_class), (tp / union.clamp(min=1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `union > 0` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing
