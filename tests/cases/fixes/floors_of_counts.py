# What is computed of counts alone is 0 or at least 1, as they are: so is its floor. A smaller one would make a weight of
# a million of an empty class, and a half of a count is not one.

import numpy as np
import torch


def of_both(scores, n):
    hits, misses = np.sum(scores > 0), np.sum(scores < 0)
    return n / (hits + misses)
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 information: `(hits + misses)` can be 0, as a count of matches can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: n / np.maximum(hits + misses, 1.0)
    # from: `np.sum(scores > 0)` made here, exactly 0 where nothing matches


def of_twice(scores, n):
    hits, misses = np.sum(scores > 0), np.sum(scores < 0)
    return n / (2 * hits + misses)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(2 * hits + misses)` can be 0, as a count of matches can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: n / np.maximum(2 * hits + misses, 1.0)
    # from: `np.sum(scores < 0)` made here, exactly 0 where nothing matches


def of_halves(scores, n):
    hits, misses = np.sum(scores > 0), np.sum(scores < 0)
    return n / (hits + 0.5 * misses)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(hits + 0.5 * misses)` can be 0, as a count of matches can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: n / np.maximum(hits + 0.5 * misses, 1e-10)
    # from: `np.sum(scores > 0)` made here, exactly 0 where nothing matches


def class_weights(labels):
    counts = np.bincount(labels)
    return counts.sum() / (len(counts) * counts)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(len(counts) * counts)` can be 0, as a count of each value can
    # fixed: counts.sum() / np.maximum(len(counts) * counts, 1.0)
    # or (unsafe): counts.sum() / (len(counts) * counts + 1e-8)


def by_the_root_of_a_degree(adjacency):
    degree = (adjacency > 0).sum(1)
    return adjacency / np.sqrt(degree)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `np.sqrt(degree)` can be 0, as a row's count of matches can
    # fixed: adjacency / np.maximum(np.sqrt(degree), 1.0)
    # or (unsafe): adjacency / (np.sqrt(degree) + 1e-8)


def to_a_power(adjacency):
    degree = (adjacency > 0).sum(1)
    return np.power(degree, -0.5)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `degree` is a row's count of matches, exactly 0 where nothing matches
    # fixed: np.power(np.maximum(degree, 1.0), -0.5)
    # or (unsafe): np.power(degree + 1e-8, -0.5)


def one_over_the_root(adjacency):
    degree = (adjacency > 0).float().sum(1)
    return torch.rsqrt(degree)
    #      ^^^^^^^^^^^^^^^^^^^ NAN103 warning: `degree` is a row's count of matches, exactly 0 where nothing matches
    # fixed: torch.rsqrt(torch.clamp(degree, min=1.0))
    # or (unsafe): torch.rsqrt(degree + 1e-8)
