"""Each so many elements of a matrix, its rows one behind the other, are its diagonal: what they are is written over.

The first elements are no diagonal, and what `flatten` copies is no part of the matrix.
"""

import numpy as np
import torch


def attraction(y):
    d = np.sqrt(((y[:, None] - y[None]) ** 2).sum(-1))
    w = 1 / d
    w.flat[:: len(y) + 1] = 0
    return w.sum(1)


def ravelled(y):
    d = np.sqrt(((y[:, None] - y[None]) ** 2).sum(-1))
    w = 1 / d
    w.ravel()[:: len(y) + 1] = 0
    return w.sum(1)


@torch.no_grad()
def bodies(y):
    d = torch.cdist(y, y)
    w = 1 / (d * d * d)
    w.view(-1)[:: len(y) + 1] = 0
    return w


def copied(y):
    d = np.sqrt(((y[:, None] - y[None]) ** 2).sum(-1))
    w = 1 / d
    #   ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    w.flatten()[:: len(y) + 1] = 0
    return w.sum(1)


def first(y):
    d = np.sqrt(((y[:, None] - y[None]) ** 2).sum(-1))
    w = 1 / d
    #   ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    w.ravel()[: len(y) + 1] = 0
    return w.sum(1)


def differentiated(y):
    w = 1 / torch.cdist(y, y)
    #   ^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.cdist(y, y)` is a distance of each to each and can be exactly 0: x / 0 is Inf or NaN
    w.view(-1)[:: len(y) + 1] = 0
    return w


def of_each_in_a_batch(y):
    d = np.sqrt(((y[:, :, None] - y[:, None]) ** 2).sum(-1))
    w = 1 / d
    w.reshape(len(y), -1)[:, :: y.shape[1] + 1] = 0
    return w.sum(1)


@torch.no_grad()
def of_each_in_a_batch_of_tensors(y):
    d = torch.cdist(y, y)
    w = 1 / (d * d * d)
    w.view(len(y), -1)[:, :: y.shape[1] + 1] = 0
    return w
