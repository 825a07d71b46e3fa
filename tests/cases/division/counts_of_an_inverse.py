"""Each of the things that `unique` found occurs, so that none is counted 0 times by the inverse that it returns."""

import numpy as np
import torch


def means(labels, sums):
    _, inverse = torch.unique(labels, return_inverse=True)
    counts = torch.bincount(inverse)
    return sums / counts.view(-1, 1)


def of_numpy(labels, loss):
    found = np.unique(labels, return_index=True, return_inverse=True)[2]
    return loss / np.bincount(found)


def in_one(labels, loss):
    return loss / torch.bincount(torch.unique(labels, return_inverse=True)[1])


def of_all_there_might_be(labels, sums, n):
    _, inverse = torch.unique(labels, return_inverse=True)
    return sums / torch.bincount(inverse, minlength=n)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(…)` is a count of each value


def of_the_things(labels, sums):
    things, _ = torch.unique(labels, return_inverse=True)
    return sums / torch.bincount(things)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(things)` is a count of each value
