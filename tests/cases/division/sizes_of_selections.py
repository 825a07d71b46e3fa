"""How many a mask selects is 0 where it holds nowhere: `len(x[m])`, `x[m].size(0)`, `m.nonzero().numel()`.

It is a number of Python's, and what is divided by it is a tensor: no exception is raised.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F


class Boxes(nn.Module):
    def forward(self, pred, target, labels):
        positive = labels > 0
        chosen = pred[positive]
        return F.smooth_l1_loss(chosen, target[positive], reduction="sum") / chosen.size(0)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `chosen.size(0)` is 0 where `positive` holds nowhere: x / 0 is Inf or NaN; keep it away from 0


def ranks(scores, labels):
    pos, neg = scores[labels == 1], scores[labels == 0]
    return F.relu(1 - (pos[:, None] - neg[None])).sum() / (len(pos) * len(neg))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(len(pos) * len(neg))` is 0 where `labels == 1` holds nowhere: x / 0 is Inf or NaN; keep it away from 0


def labelled(model, x, y, opt):
    keep = torch.nonzero(y >= 0).squeeze(1)
    n = keep.numel()
    loss = (model(x)[keep] - y[keep]).pow(2).sum() / n
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `n` is 0 where `y >= 0` holds nowhere: x / 0 is Inf or NaN; keep it away from 0
    opt.zero_grad()
    loss.backward()
    opt.step()


def prototypes(z, y, n):
    rows = []
    for c in range(n):
        own = z[y == c]
        rows.append(own.sum(0) / own.shape[0])
        #           ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `own.shape[0]` is 0 where `y == c` holds nowhere: x / 0 is Inf or NaN; keep it away from 0
    return torch.stack(rows)


def of_those_that_occur(z, y):
    means = [z[y == c].mean(0) for c in y.unique()]
    return torch.stack([z[y == c].sum(0) / len(z[y == c]) for c in y.unique()]) + torch.stack(means)


def above_the_mean(z):
    return z[z >= z.mean()].sum() / len(z[z >= z.mean()])


def asked(pred, target, labels):
    chosen = pred[labels > 0]
    if chosen.size(0) == 0:
        return pred.sum() * 0
    return (chosen - target[labels > 0]).abs().sum() / chosen.size(0)


def floored(pred, labels):
    return pred[labels > 0].sum() / max(len(pred[labels > 0]), 1)


def columns(pred, labels):
    return pred[labels > 0].sum() / max(1, labels.size(0)) / pred[labels > 0].shape[1]


def whole(pred, index):
    return pred.sum() / pred.size(0) + pred[index].sum() / pred[index].size(0)


def train(model, boxes, x, y, t, opt):
    h = model(x)
    loss = boxes(h, t, y) + ranks(h, y) + prototypes(h, y, 10).sum() + of_those_that_occur(h, y).sum() + above_the_mean(h)
    loss = loss + asked(h, t, y) + floored(h, y) + columns(h, y) + whole(h, t)
    loss.backward()
    opt.step()
