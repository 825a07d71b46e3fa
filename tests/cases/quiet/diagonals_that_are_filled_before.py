"""Distances whose diagonal gets another number before anything divides by them are 0 nowhere."""

import numpy as np
import torch


def by_a_function(x):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    np.fill_diagonal(d, np.inf)
    return 1 / d


def by_its_places(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    d[np.diag_indices(len(d))] = 1
    near = 1 / d**2
    e = np.linalg.norm(x[:, None] - x[None], axis=-1)
    for i in range(len(e)):
        e[i, i] = np.inf
    return near, 1 / e


def of_tensors(x):
    d, e = torch.cdist(x, x), torch.cdist(x, x)
    d.fill_diagonal_(1)
    i = torch.arange(len(x))
    e[i, i] = float("inf")
    return 1 / d, 1 / e


def by_a_mask(x):
    d, e, f = torch.cdist(x, x), torch.cdist(x, x), torch.cdist(x, x)
    own = torch.eye(len(x), dtype=torch.bool)
    d[own] = 1
    e.masked_fill_(own, 1)
    f.diagonal().fill_(1)
    return 1 / d, 1 / e, 1 / f


def all_but_it(x):
    d = torch.cdist(x, x)
    d[~torch.eye(len(x), dtype=torch.bool)] = 1
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself


def with_0(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    np.fill_diagonal(d, 0)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself


def of_another(x, far):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    np.fill_diagonal(far, 1)
    return far / d
    #      ^^^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself


def only_if_asked(x, hollow):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    if hollow:
        np.fill_diagonal(d, np.inf)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself


def too_late(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    near = (1 / d).sum(-1)
    #       ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself
    np.fill_diagonal(d, np.inf)
    return near


def computed_again(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    np.fill_diagonal(d, np.inf)
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself


def by_a_copy(x):
    d = torch.cdist(x, x)
    d = d.masked_fill(torch.eye(len(x)).bool(), 1.0)
    return 1 / d


def in_another_base(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    np.fill_diagonal(d, 0x7FFF)
    return 1 / d
