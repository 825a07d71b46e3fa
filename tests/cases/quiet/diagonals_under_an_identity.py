"""A distance of each to each is 0 on its diagonal: whoever fills that by an identity matrix has masked it, in any spelling."""

import numpy as np
import torch


def filled(x):
    d = torch.cdist(x, x)
    d = d.masked_fill(torch.eye(len(x), dtype=torch.bool), 1e9)
    return 1 / d


def filled_by_a_comparison(x):
    d = torch.cdist(x, x)
    return 1 / d.masked_fill(torch.eye(len(x)) == 1, 1.0), 1 / d.masked_fill(torch.eye(len(x)) > 0, 1.0)


def chosen(x):
    eye = torch.eye(len(x)).bool()
    d = torch.cdist(x, x)
    return 1 / torch.where(eye, torch.ones_like(d), d), 1 / torch.where(~eye, d, torch.ones_like(d))


def chosen_where_it_is_0(x):
    d = torch.cdist(x, x)
    return torch.log(torch.where(torch.eye(len(x)) == 0, d, torch.ones_like(d)))


def in_arrays(x):
    d = np.linalg.norm(x[:, None] - x[None], axis=-1)
    return 1 / np.where(np.eye(len(x), dtype=bool), np.inf, d)


class Repulsion(torch.nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("eye", torch.eye(n, dtype=torch.bool))

    def forward(self, x):
        return (1 / torch.cdist(x, x).masked_fill(self.eye, 1e6)).sum()


def all_but_the_diagonal(x):
    d = torch.cdist(x, x)
    d = d.masked_fill(~torch.eye(len(x)).bool(), 1.0)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a distance of each to each is from itself


def the_wrong_side(x):
    d = torch.cdist(x, x)
    return 1 / torch.where(torch.eye(len(x)) == 1, d, torch.ones_like(d))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: ...as a distance of each to each can


def filled_with_0(x):
    d = torch.cdist(x, x)
    d = d.masked_fill(torch.eye(len(x)).bool(), 0.0)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a distance of each to each is from itself


def another_mask(x, keep):
    d = torch.cdist(x, x)
    d = d.masked_fill(keep.bool(), 1.0)
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` can be 0, as a distance of each to each is from itself
