# What is picked by a number from positive numbers that are written out is known, whoever makes the array; so is a
# setting, and so is the diagonal of a factor.

import numpy as np
import torch


def prior(backend, x):
    weights = backend.array([0.3, 0.7])
    return x * np.log(weights[0]) + np.log(weights[-1])


def picked_by_what_is_asked(backend, x, chosen):
    weights = backend.array([0.3, 0.7])
    return x * np.log(weights[chosen])
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `weights[chosen]` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(weights[chosen], 1e-10))


def of_numbers_that_are_not_all_positive(backend):
    offsets = backend.array([-0.3, 0.7])
    counts = backend.array([0.0, 3.0])
    return np.log(offsets[1]), np.log(counts[1])
    #      ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `offsets[1]` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(offsets[1], 1e-10))
    #                          ^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `counts[1]` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(counts[1], 1e-10))


def of_a_shape(backend, shape):
    one = np.log(backend.array([0.1], dtype=shape))
    return one, np.log(backend.array(shape)), np.log(backend.array()), np.log(backend.full([0.1, 0.2]))
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `backend.array(shape)` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(backend.array(shape), 1e-10))
    #                                         ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `backend.array()` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(backend.array(), 1e-10))
    #                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `backend.full([0.1, 0.2])` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(backend.full([0.1, 0.2]), 1e-10))


class Smoothed(torch.nn.Module):
    def __init__(self, smoothing, floor=1e-3, offset=-1.0):
        super().__init__()
        self.smoothing, self.floor, self.offset = smoothing, floor, offset

    def asked_for(self, beta):
        smoothed = torch.log(torch.tensor(self.smoothing)) + torch.log(1 - torch.tensor(self.smoothing))
        return smoothed + torch.log(torch.tensor(float(beta)))

    def of_somebody(self, other, beta):
        return torch.log(torch.tensor(other.smoothing)) + torch.log(torch.tensor(beta))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.tensor(other.smoothing)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.tensor(other.smoothing), min=1e-10))
    #                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.tensor(beta)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.tensor(beta), min=1e-10))

    def where_somebody_asked(self, beta):
        if beta == 0:
            return 0.0
        return torch.log(torch.tensor(beta))

    def with_a_default(self, x, alpha=0.1):
        return torch.log(x + alpha)

    def with_a_default_of_zero(self, x, gamma=0.0):
        return torch.log(x + gamma)
    #          ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x + gamma` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x + gamma, min=1e-10))

    def multiplied(self, x, alpha=0.1):
        return torch.log(x * alpha)
    #          ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x * alpha` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x * alpha, min=1e-10))


def determinant(covariance):
    lower = torch.linalg.cholesky(covariance)
    return torch.log(torch.diagonal(lower)) + torch.log(lower.diagonal(dim1=-2, dim2=-1))


def of_another_diagonal(covariance):
    return torch.log(torch.diagonal(covariance))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.diagonal(covariance)` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(torch.diagonal(covariance), min=1e-10))
