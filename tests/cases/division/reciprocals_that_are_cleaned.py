"""A reciprocal of 0 is Inf and never NaN: who replaces Inf in it replaces all, as for `1 / n`; a quotient may be NaN as well."""

import torch


def as_a_function(adjacency):
    degree = (adjacency > 0).sum(-1).float()
    inverse = torch.reciprocal(degree)
    inverse[torch.isinf(inverse)] = 0.0
    return inverse[:, None] * adjacency


def as_a_method(adjacency):
    degree = (adjacency > 0).sum(-1).float()
    inverse = degree.reciprocal()
    inverse = torch.where(torch.isinf(inverse), torch.zeros_like(inverse), inverse)
    return inverse[:, None] * adjacency


def as_an_operator(adjacency):
    degree = (adjacency > 0).sum(-1).float()
    inverse = 1.0 / degree
    inverse[torch.isinf(inverse)] = 0.0
    return inverse[:, None] * adjacency


def of_anything(adjacency, x):
    degree = (adjacency > 0).sum(-1).float()
    share = x / degree
    #       ^^^^^^^^^^ NAN102 information: `degree` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): x / degree.clamp(min=1.0)
    # or (unsafe): x / (degree + 1e-8)
    # from: `(adjacency > 0).sum(-1)` made here, exactly 0 where nothing matches
    share[torch.isinf(share)] = 0.0
    return share[:, None] * adjacency


def left_as_it_is(adjacency):
    degree = (adjacency > 0).sum(-1).float()
    inverse = torch.reciprocal(degree)
    #         ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `degree` is a row's count of matches, exactly 0 where nothing matches: 1 / 0 is Inf; keep it away from 0
    # fixed: torch.reciprocal(torch.clamp(degree, min=1.0))
    # or (unsafe): torch.reciprocal(degree + 1e-8)
    # from: `(adjacency > 0).sum(-1)` made here, exactly 0 where nothing matches
    inverse[torch.isnan(inverse)] = 0.0
    return inverse[:, None] * adjacency
