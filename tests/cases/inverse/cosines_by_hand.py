# A cosine by hand is a product of two vectors over both their norms, and not over those of others.

import torch


def cosine(a, b):
    return torch.acos((a * b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `(…).sum(…) / (…)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp((a * b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1)), -0.9999999, 0.9999999))
    # from: `(a * b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1))` made here, above 1 by rounding, for parallel vectors
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(a.norm(dim=-1) * b.norm(dim=-1))` can be 0, as a norm can: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): (a * b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1)).clamp(min=1e-7)
    # or (unsafe): (a * b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1) + 1e-8)
    # from: `a.norm(dim=-1)` made here, exactly 0 for a vector of zeros


def one_after_the_other(a, b):
    return torch.acos((a * b).sum(-1) / a.norm(dim=-1) / b.norm(dim=-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `(…).sum(…) / a.norm(…) / b.norm(…)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp((a * b).sum(-1) / a.norm(dim=-1) / b.norm(dim=-1), -0.9999999, 0.9999999))
    # from: `(a * b).sum(-1) / a.norm(dim=-1) / b.norm(dim=-1)` made here, above 1 by rounding, for parallel vectors
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `b.norm(dim=-1)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (a * b).sum(-1) / a.norm(dim=-1) / b.norm(dim=-1).clamp(min=1e-6)
    # or (unsafe): (a * b).sum(-1) / a.norm(dim=-1) / (b.norm(dim=-1) + 1e-8)
    # from: `b.norm(dim=-1)` made here, exactly 0 for a vector of zeros
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `a.norm(dim=-1)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (a * b).sum(-1) / a.norm(dim=-1).clamp(min=1e-6)
    # or (unsafe): (a * b).sum(-1) / (a.norm(dim=-1) + 1e-8)
    # from: `a.norm(dim=-1)` made here, exactly 0 for a vector of zeros


def with_an_epsilon(a, b):
    return torch.acos((a * b).sum(-1) / ((a.norm(dim=-1) + 1e-8) * b.norm(dim=-1).clamp(min=1e-8)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `(…).sum(…) / (…)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp((a * b).sum(-1) / ((a.norm(dim=-1) + 1e-8) * b.norm(dim=-1).clamp(min=1e-8)), -0.9999999, 0.9999999))
    # from: `(a * b).sum(-1) / ((a.norm(dim=-1) + 1e-8) * b.norm(dim=-1).clamp(min=1e-8))` made here, above 1 by rounding, for parallel vectors


def by_matmul(a, b):
    return torch.acos(torch.matmul(a, b) / (a.norm() * b.norm()))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `torch.matmul(…) / (…)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp(torch.matmul(a, b) / (a.norm() * b.norm()), -0.9999999, 0.9999999))
    # from: `torch.matmul(a, b) / (a.norm() * b.norm())` made here, above 1 by rounding, for parallel vectors
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(a.norm() * b.norm())` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): torch.matmul(a, b) / (a.norm() * b.norm()).clamp(min=1e-7)
    # or (unsafe): torch.matmul(a, b) / (a.norm() * b.norm() + 1e-8)
    # from: `a.norm()` made here, exactly 0 for a vector of zeros


def of_a_third(a, b, c):
    return torch.acos((a * b).sum(-1) / (a.norm(dim=-1) * c.norm(dim=-1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `(…)…)` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp((a * b).sum(-1) / (a.norm(dim=-1) * c.norm(dim=-1)), -0.9999999, 0.9999999))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(a.norm(dim=-1) * c.norm(dim=-1))` can be 0, as a norm can: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): (a * b).sum(-1) / (a.norm(dim=-1) * c.norm(dim=-1)).clamp(min=1e-7)
    # or (unsafe): (a * b).sum(-1) / (a.norm(dim=-1) * c.norm(dim=-1) + 1e-8)
    # from: `a.norm(dim=-1)` made here, exactly 0 for a vector of zeros


def by_one(a, b):
    return torch.acos((a * b).sum(-1) / a.norm(dim=-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `(…)…)` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp((a * b).sum(-1) / a.norm(dim=-1), -0.9999999, 0.9999999))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `a.norm(dim=-1)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (a * b).sum(-1) / a.norm(dim=-1).clamp(min=1e-6)
    # or (unsafe): (a * b).sum(-1) / (a.norm(dim=-1) + 1e-8)
    # from: `a.norm(dim=-1)` made here, exactly 0 for a vector of zeros


def added(a, b):
    return torch.acos((a + b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `(…)…)` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp((a + b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1)), -0.9999999, 0.9999999))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(a.norm(dim=-1) * b.norm(dim=-1))` can be 0, as a norm can: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): (a + b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1)).clamp(min=1e-7)
    # or (unsafe): (a + b).sum(-1) / (a.norm(dim=-1) * b.norm(dim=-1) + 1e-8)
    # from: `a.norm(dim=-1)` made here, exactly 0 for a vector of zeros


def by_sums(a, b):
    return torch.acos((a * b).sum(-1) / (a.sum(-1) * b.sum(-1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `(…)…)` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    # fixed (unsafe): torch.acos(torch.clamp((a * b).sum(-1) / (a.sum(-1) * b.sum(-1)), -0.9999999, 0.9999999))


def by_roots(a, b):
    lengths = torch.sqrt((a**2).sum(-1)) * torch.sqrt((b * b).sum(-1))
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(a**2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((a**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((a**2).sum(-1) + 1e-8)
    #                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(b * b).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp((b * b).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((b * b).sum(-1) + 1e-8)
    return torch.acos((a * b).sum(-1) / lengths)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `(a * b).sum(-1) / lengths` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp((a * b).sum(-1) / lengths, -0.9999999, 0.9999999))
    # from: `(a * b).sum(-1) / lengths` made here, above 1 by rounding, for parallel vectors
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `lengths` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: lengths = torch.sqrt(torch.clamp((a**2).sum(-1), min=1e-12)) * torch.sqrt(torch.clamp((b * b).sum(-1), min=1e-12))
    # adds: torch.clamp(
    # adds: , min=1e-12)
    # adds: torch.clamp(
    # adds: , min=1e-12)
    # from: `torch.sqrt((a**2).sum(-1))` made here, exactly 0 for a vector of zeros


def by_roots_of_sums(a, b):
    lengths = torch.sqrt(a.sum(-1)) * torch.sqrt(b.sum(-1))
    return torch.acos((a * b).sum(-1) / lengths)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 information: nothing here shows that `(…)…hs` stays between -1 and 1, which rounding can leave: acos is NaN beyond -1 and 1
    # fixed: torch.acos(torch.clamp((a * b).sum(-1) / lengths, -0.9999999, 0.9999999))
