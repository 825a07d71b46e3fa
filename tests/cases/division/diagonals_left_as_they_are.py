"""The diagonal of a matrix of inverse distances is infinite unless it is replaced: all of it, in the same matrix, first."""

import numpy as np
import torch


def of_rows(x, first):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    rows = []
    for row in 1 / d:
    #          ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / np.maximum(d, 1e-7)
    # or (unsafe): 1 / (d + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
    # from: `np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))` made here, values in [0, inf]
        near = row * 2
        near[np.eye(len(row), dtype=bool)[first]] = 0
        rows.append(near)
    return np.stack(rows)


def never_read(x):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    near = 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / np.maximum(d, 1e-7)
    # or (unsafe): 1 / (d + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
    # from: `np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))` made here, values in [0, inf]


def shown_before(self, x):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    self.near = 1 / d
    #           ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    self.show()
    np.fill_diagonal(self.near, 0)


def of_another_object(self, other, x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    self.near = 1 / d
    #           ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself: x / 0 is Inf or NaN; keep it away from 0
    np.fill_diagonal(other.near, 0)


def only_if_asked(x, hollow=False):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    near = 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / np.maximum(d, 1e-7)
    # or (unsafe): 1 / (d + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
    # from: `np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))` made here, values in [0, inf]
    if hollow:
        np.fill_diagonal(near, 0)
    return near


def of_the_pass_before(frames):
    near = np.zeros((3, 3))
    for x in frames:
        np.fill_diagonal(near, 0)
        d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
        near = 1 / d
        #      ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
        # fixed: 1 / np.maximum(d, 1e-7)
        # or (unsafe): 1 / (d + 1e-8)
        # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
        # from: `np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))` made here, values in [0, inf]
    return near


def in_each_pass(frames):
    for x in frames:
        d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
        near = 1 / d
        np.fill_diagonal(near, 0)
        yield near


def of_another_matrix(x, weights):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    near = 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / np.maximum(d, 1e-7)
    # or (unsafe): 1 / (d + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
    # from: `np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))` made here, values in [0, inf]
    np.fill_diagonal(weights, near.max())
    return near, weights


def with_its_own_largest(x):
    # inf is the largest, and stays.
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    near = 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / np.maximum(d, 1e-7)
    # or (unsafe): 1 / (d + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
    # from: `np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))` made here, values in [0, inf]
    np.fill_diagonal(near, near.max())
    return near


@torch.no_grad()
def of_a_tensor_with_its_own_largest(x):
    near = 1 / ((x[:, None] - x[None]) ** 2).sum(-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `((…) ** 2).sum(-1)` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): 1 / (((x[:, None] - x[None]) ** 2).sum(-1) + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
    near.fill_diagonal_(near.max())
    return near


def with_itself(x, at):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    near = 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / np.maximum(d, 1e-7)
    # or (unsafe): 1 / (d + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
    # from: `np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))` made here, values in [0, inf]
    near[at, at] = near[at, at] * 2
    return near


def put_into_another_matrix(x, weights, at):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    near = 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / np.maximum(d, 1e-7)
    # or (unsafe): 1 / (d + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
    # from: `np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))` made here, values in [0, inf]
    weights[at, at] = near[at, at]
    return near


def of_a_corner(x):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    near = 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a pairwise difference can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / np.maximum(d, 1e-7)
    # or (unsafe): 1 / (d + 1e-8)
    # from: `x[:, None] - x[None]` made here, exactly 0 where an element meets itself
    # from: `np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))` made here, values in [0, inf]
    near[1:, 1:] = 0
    return near


def shown_in_each_pass(frames, show):
    near = np.zeros((3, 3))
    for x in frames:
        near += 1 / np.linalg.norm(x[:, None] - x[None], axis=-1)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.linalg.norm(x[…] - x[…], axis=-1)` is a distance of each to each and can be exactly 0
        show(near)
    np.fill_diagonal(near, 0)
    return near


def added(x, near):
    near += 1 / np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    np.fill_diagonal(near, 0)
    return near
