"""What is written into a diagonal counts if it is more than 0, and is written into that of the very distances."""

import numpy as np
import torch


def one_less_than_nothing(x, i):
    d = torch.cdist(x, x)
    d[i, i] = 0
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself: x / 0 is Inf or NaN; keep it away from 0


def by_a_mask(x):
    d = torch.cdist(x, x)
    d.masked_fill_(torch.eye(len(x), dtype=torch.bool), 1.0)
    return 1 / d


def by_another_mask(x, hidden):
    d = torch.cdist(x, x)
    d.masked_fill_(hidden, 1.0)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a distance of each to each is from itself: x / 0 is Inf or NaN; keep it away from 0


def by_the_mask_of_another(x, far):
    d = torch.cdist(x, x)
    far.masked_fill_(torch.eye(len(x), dtype=torch.bool), 1.0)
    return far / d
    #      ^^^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself: x / 0 is Inf or NaN; keep it away from 0


def by_a_copy(x):
    d = torch.cdist(x, x)
    d.diagonal().add(1.0)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself: x / 0 is Inf or NaN; keep it away from 0


def by_what_is_added(x):
    d = torch.cdist(x, x)
    d.diagonal().add_(1.0)
    return 1 / d


def by_a_triangle(x):
    d = torch.cdist(x, x)
    d.triu(1).fill_(1.0)
    print(d, 1.0)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself: x / 0 is Inf or NaN; keep it away from 0


def of_the_first(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    d[0, 0] = 1.0
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself: x / 0 is Inf or NaN; keep it away from 0
