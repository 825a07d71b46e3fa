"""A thing is at the distance 0 of itself only: what that makes invalid stands on a diagonal, and may be replaced."""

import numpy as np
import torch


def by_a_function(x):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    force = 1 / d**3
    np.fill_diagonal(force, 0)
    return force


def through_another_name(x, strength):
    cubed = np.power(((x[:, None] - x[None]) ** 2).sum(-1), -1.5)
    force = strength * cubed
    np.fill_diagonal(force, 0)
    return force


def by_its_places(x):
    d = np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    near = 1 / d
    near[np.diag_indices(len(x))] = 0
    far = 1 / d
    far[np.arange(len(x)), np.arange(len(x))] = 0
    return near, far


@torch.no_grad()
def of_tensors(x):
    force = 1 / ((x[:, None] - x[None]) ** 2).sum(-1)
    force.fill_diagonal_(0)
    return force


def with_a_gradient(x):
    # The gradient of what is replaced is 0, and 0 times infinity is NaN.
    force = 1 / ((x[:, None] - x[None]) ** 2).sum(-1)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `((…) ** 2).sum(-1)` can be 0, as a pairwise difference
    force.fill_diagonal_(0)
    return force


def read_before(x):
    force = 1 / ((x[:, None] - x[None]) ** 2).sum(-1)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `((…) ** 2).sum(-1)` can be 0, as a pairwise difference
    total = force.sum()
    np.fill_diagonal(force, 0)
    return force / total


def of_one_with_another(path, y):
    near = np.load(path) / np.tanh(np.maximum(y, 0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.tanh(np.maximum(y, 0))` is a tanh, exactly 0
    np.fill_diagonal(near, 0)
    return near
