"""What is counted, and what only looks like it."""

import torch
import torch.nn.functional as F


def classes(y, dim):
    h = F.one_hot(y, 10)
    reveal_range(h.sum(0))  # [0, inf] float32 takes 0
    reveal_range(h.sum(dim))  # [0, inf] float32 takes 1
    reveal_range(h.sum(-1))  # [0, inf] float32 takes 1


def pairs(labels, a):
    same = (labels[:, None] == labels[None]).float()
    reveal_range(same.sum(-1))  # [0, inf] float32 takes nothing
    reveal_range((1 - same).sum(-1))  # [0, inf] float32 takes 0
    reveal_range((same - torch.eye(8)).sum(-1))  # [0, inf] float32 takes 0
    reveal_range((a @ a.T - torch.eye(8)).sum(-1))  # any value float32 takes nothing
    reveal_range((1 - torch.eye(8)).sum(-1))  # [0, inf] float32 takes nothing


def rounded(x):
    reveal_range(torch.round(torch.sigmoid(x)).sum())  # [0, inf] float32 takes 0
    reveal_range(torch.round(x.clamp(max=1.0)).sum())  # any value float32 takes 1
    reveal_range(torch.round(x.clamp(0.0, 4.0)).sum())  # [0, inf] float32 takes 0, 4


def not_missing(x):
    total = torch.nan_to_num(x).sum()
    return total / (x == x).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(x == x).sum()` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: total / (x == x).sum().clamp(min=1.0)
    # or (unsafe): total / ((x == x).sum() + 1e-8)
    # from: `(x == x).sum()` made here, exactly 0 where nothing matches


def one_row(x):
    reveal_range(torch.softmax(x, 1)[0].sum(0))  # [0, inf] float32 takes 1
    reveal_range(torch.softmax(x, 1)[:, 0].sum(0))  # [0, inf] float32 takes 1
    reveal_range(torch.diag(torch.ones(3)).sum())  # [0, inf] float32 takes 1
