"""A count over a sum that it is a term of is a metric, and what only looks like one is none."""

import torch


def precision(hits, misses):
    found, lost = (hits > 0.5).sum(), (misses > 0.5).sum()
    return found / (found + lost)


def of_two_others(hits, misses, rest):
    found, lost = (hits > 0.5).sum(), (misses > 0.5).sum()
    return rest / (found + lost)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(found + lost)` can be 0, as a count of matches can: x / 0 is Inf or NaN; keep it away from 0


def of_a_count_and_a_size(hits, energy):
    found = (hits > 0.5).sum()
    return found / (found + torch.relu(energy).sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(…)` can be 0, as a count of matches is where nothing matches: x / 0 is Inf or NaN; keep it away from 0


def inverted(hits, misses):
    found, lost = (hits > 0.5).sum(), (misses > 0.5).sum()
    return torch.reciprocal(found + lost)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `found + lost` can be 0, as a count of matches is where nothing matches: 1 / 0 is Inf; keep it away from 0
