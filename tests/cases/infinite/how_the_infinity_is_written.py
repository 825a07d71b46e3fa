# The infinity that masks is replaced where it is written out, and stays a tensor where a call makes one of it.

import math

import torch

NEGATIVE = NEG_INF = float("-inf")


def made_full(m, x):
    return m * torch.full_like(x, fill_value=float("-inf"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.full_like(…)` is -inf: if `m` is 0 anywhere the product is 0 * Inf, NaN; use a finite mask
    # fixed (unsafe): torch.full_like(x, fill_value=-1e9)


def made_full_by_name(m, x):
    return m * torch.full_like(x, NEGATIVE)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.full_like(x, NEGATIVE)` is -inf: if `m` is 0 anywhere the product is 0 * Inf, NaN; use a finite mask
    # fixed: nothing


def by_name(q, ids: torch.Tensor):
    pad = (ids == 0)[:, None]
    return torch.softmax((q @ q.T).masked_fill(pad, NEG_INF), -1) @ q
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `(…).masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed: nothing


def written_out(q, ids: torch.Tensor):
    pad = (ids == 0)[:, None]
    a = torch.softmax((q @ q.T).masked_fill(pad, -math.inf), -1) @ q
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `(…).masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): (q @ q.T).masked_fill(pad, -1e9)
    b = torch.softmax((q @ q.T).masked_fill(pad, value=-torch.inf), -1) @ q
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `(…).masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): (q @ q.T).masked_fill(pad, value=-1e9)
    return a, b


def as_a_factor(m):
    return torch.zeros(3) * float("-inf")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `float("-inf")` is -inf: where `torch.zeros(3)` is 0 the product is 0 * Inf, NaN; use a finite mask
    # fixed (unsafe): torch.zeros(3) * -1e9
