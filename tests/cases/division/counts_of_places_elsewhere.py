"""Counts of what is no inverse of `unique` may be 0: a class that is missing, another search, a function of one's own."""

import numpy as np
import torch
from settings import codebook


def of_some_labels(labels, order, loss):
    return loss / np.bincount(labels[order])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(labels[order])` is a count of each value and can be exactly 0: x / 0 is Inf or NaN


def of_one_sample(labels, loss):
    return loss / np.bincount(labels[0])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(labels[0])` is a count of each value and can be exactly 0: x / 0 is Inf or NaN


def of_another_result(labels, loss):
    return loss / np.bincount(np.unique(labels, return_counts=True)[1])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def by_a_function_of_ones_own(x, loss):
    _, places = codebook.quantize(x, return_inverse=True)
    return loss / torch.bincount(places)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(places)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN


def held_by_another_name(labels, loss):
    _, inverse = torch.unique(labels, return_inverse=True)
    places = inverse
    return loss / torch.bincount(places)


def among_all_that_are_sorted(labels, loss):
    return loss / np.bincount(np.searchsorted(np.sort(labels), labels))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def of_two_batches(batches, loss):
    return loss / np.bincount(np.searchsorted(np.unique(next(batches)), next(batches)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def among_how_often_each_occurs(labels, loss):
    _, counts = np.unique(labels, return_counts=True)
    return loss / np.bincount(np.searchsorted(counts, labels))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def among_a_set_of_its_own(labels, loss):
    return loss / np.bincount(np.searchsorted(codebook.unique(), labels))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
