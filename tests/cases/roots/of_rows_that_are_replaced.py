"""The inverse root of a row's sum is replaced where it is infinite, or asked for before; of what is no sum nothing is said."""

import numpy as np
import torch


def chosen(adjacency: np.ndarray):
    degrees = adjacency.sum(1)
    return np.where(degrees > 0, degrees**-0.5, 0)


def bare(adjacency: np.ndarray):
    degrees = adjacency.sum(1)
    return degrees**-0.5
    #      ^^^^^^^^^^^^^ NAN103 information: nothing here shows that no row of `degrees` is 0: 0 ** -0.5 is Inf; keep it above 0


def of_anything(adjacency):
    return adjacency.sum(1) ** -0.5
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that no row of `adjacency.sum(1)` is 0: 0 ** -0.5 is Inf; keep it above 0


def of_no_sum(x: torch.Tensor):
    return torch.rsqrt(x), x.mean(1) ** -0.5
