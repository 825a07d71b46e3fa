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


def behind_a_loop(frames):
    near = np.zeros((3, 3))
    for x in frames:
        near += 1 / np.sqrt(((x[:, None] - x[None]) ** 2).sum(-1))
    np.fill_diagonal(near, 0)
    far = np.zeros((3, 3))
    for x in frames:
        far = far + 1 / np.linalg.norm(x[:, None] - x[None], axis=-1)
    far = far / len(frames)
    np.fill_diagonal(far, 0)
    return near, far


class Layout:
    def __init__(self, x):
        self.near = 1 / np.linalg.norm(x[:, None] - x[None], axis=-1)
        np.fill_diagonal(self.near, 0)
        self.show()

    def show(self):
        print(self.near)


@torch.no_grad()
def of_distances(x):
    near = 1 / torch.cdist(x, x)
    near.fill_diagonal_(0)
    return near


@torch.no_grad()
def of_distances_to_others(x, y):
    near = 1 / torch.cdist(x, y)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.cdist(x, y)` is a distance, exactly 0 where both are equal: x / 0 is Inf or NaN; keep it away from 0
    near.fill_diagonal_(0)
    return near


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
