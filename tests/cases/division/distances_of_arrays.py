"""With NumPy alone the diagonal of the distances of each to each is as infinite as with tensors, and replaced as often."""

import numpy as np


def of_norms(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself: x / 0 is Inf or NaN; keep it away from 0


def by_hand(x):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0


def replaced(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    near = 1 / d
    np.fill_diagonal(near, 0)
    return near


def replaced_by_its_places(x):
    near = 1 / np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    near[np.diag_indices(len(x))] = 0
    return near


def raised_before(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    np.fill_diagonal(d, np.inf)
    return 1 / d, 1 / (np.linalg.norm(x[:, None] - x[None], axis=-1) + np.eye(len(x)))


def of_a_triangle(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    return 1 / d[np.triu_indices(len(x), 1)]


def chosen(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    return np.where(d > 0, 1 / d, 0)


def of_two_sets(x, y):
    d = np.linalg.norm(x[:, None] - y[None], axis=-1)
    return 1 / d
    #      ^^^^^ NAN102 information: `d` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_all(x):
    # One number: how far all are from all.
    return 1 / np.linalg.norm(x[:, None] - x[None])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `np.linalg.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_the_nearest_others(x, k):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    near = np.argsort(d, axis=1)[:, 1:k]
    return 1 / np.take_along_axis(d, near, axis=1)


def of_the_nearest(x):
    # The nearest of each is itself.
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    return 1 / d.min(1)
    #      ^^^^^^^^^^^^ NAN102 warning: `d.min(1)` can be 0, as a distance of each to each is from itself


def replaced_where_it_is_0(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    d[d == 0] = np.inf
    return 1 / d
