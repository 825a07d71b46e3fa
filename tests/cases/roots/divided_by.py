"""One divided by the root of a mean of squares, or of a row's sum: Inf for a row of zeros, unless somebody replaces that."""

import torch


def scaled(x):
    return x * torch.rsqrt((x**2).mean(-1, keepdim=True))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that `(x**2).mean(-1, keepdim=True)` stays above 0


def scaled_with_an_epsilon(x, eps=1e-6):
    return x * torch.rsqrt((x**2).mean(-1, keepdim=True) + eps)


def of_degrees(adj):
    return torch.diag(adj.sum(1).pow(-0.5))
    #                 ^^^^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that no row of `adj.sum(1)` is 0


def replaced(adj):
    inverse = adj.sum(1).pow(-0.5)
    inverse[torch.isinf(inverse)] = 0.0
    other = torch.pow(adj.sum(dim=1), -0.5)
    other.masked_fill_(other == float("inf"), 0.0)
    return inverse, other


def of_sizes(dim, adj):
    return dim**-0.5, adj**-0.5
