"""A ratio, or a product, of what something positive was added to is masked as far as anybody can tell."""

import torch


def divergence(p, q, eps=1e-7):
    return torch.sum(p * torch.log((p + eps) / (q + eps)))


def written_out(p, q):
    return torch.log((p + 1e-7) / (q + 1e-7)), torch.log((p + 1e-7) * (q + 1e-7)), torch.log(0.5 * (p + 1e-7))


def above_or_below(p, q):
    return torch.log((p + 1e-7) / q), torch.log(p / (q + 1e-7))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(p + 1e-7) / q` stays above 0
    #                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p / (q + 1e-7)` stays above 0


def by_nothing(p, q, eps=0.0):
    return torch.log((p + eps) / (q + eps)), torch.log(0.0 * (p + 1e-7))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(p + eps) / (q + eps)` stays above 0


def less(p, q):
    return torch.log((p + 1e-7) - (q + 1e-7))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(p + 1e-7) - (q + 1e-7)` stays above 0
