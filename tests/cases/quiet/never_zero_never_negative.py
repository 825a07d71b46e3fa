# What linear algebra and a condition from before keep above 0, and the product of two matrices, which is not.

import torch


def diagonal_of_a_gram_matrix():
    m = torch.randn(2, 5, 5)
    m = m @ m.transpose(-1, -2)
    return m.diagonal(dim1=-2, dim2=-1).sqrt()


def variance_as_a_quadratic_form(covariance):
    w = torch.tensor([1.0, -1.0])
    return torch.sqrt(w @ covariance @ w + 1)


def rows_that_are_not_zero(f):
    nonzero = f[torch.sum(f, dim=1) != 0]
    return nonzero / torch.norm(nonzero, dim=1, keepdim=True)


def sums_of_an_identity_matrix(n):
    pairs = torch.eye(n)
    return 1 / pairs.sum(), 1 / (1 - pairs).sum()


def far_from_zero(a, threshold=1e-2):
    x = a.norm(dim=-1)
    if abs(x) > threshold:
        return torch.sin(x) / x
    return 1 - x**2 / 6


def products_of_two_matrices(x):
    m = torch.randn(5, 5) @ torch.randn(5, 5)
    return m.diagonal().sqrt()
    #      ^^^^^^^^^^^^^^^^^^^ NAN103 warning: `m.diagonal()` is a matrix product, and nothing keeps it at 0 or above
