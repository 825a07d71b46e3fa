"""Something is as large as the largest: what is compared with an extreme of itself, or a share of one, is never none."""

import torch


def shared_by_the_largest(x):
    m, _ = torch.max(x, -1, keepdim=True)
    return 1 / (x >= m).float().sum(-1)


def of_those_that_are_best(x):
    threshold = torch.topk(x, 5)[0][..., -1, None]
    return 1 / x.ge(threshold).float().sum(-1)


def width_at_half_of_the_peak(x):
    s = torch.sigmoid(x)
    peak = s.amax(-1, keepdim=True)
    half = peak / 2.0
    return 1 / (s >= half).float().sum(-1)


def of_another(x, y):
    m = y.amax(-1, keepdim=True)
    return 1 / (x >= m).float().sum(-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(x >= m).float().sum(-1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN
    # fixed: 1 / (x >= m).float().sum(-1).clamp(min=1.0)
    # or (unsafe): 1 / ((x >= m).float().sum(-1) + 1e-8)
    # from: `(x >= m).float().sum(-1)` made here, exactly 0 where nothing matches
