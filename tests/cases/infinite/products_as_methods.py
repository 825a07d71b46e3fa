# An infinity that is multiplied by what may be 0, as a method and as a function.

import math

import numpy as np
import torch


def method(x):
    mask = torch.relu(x)
    return torch.full((3,), -math.inf).mul(mask)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `torch.full((3,), -math.inf)` is -inf
    # fixed (unsafe): torch.full((3,), -1e9)


def function(x):
    mask = torch.relu(x)
    return torch.mul(torch.full((3,), -math.inf), mask)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `torch.full((3,), -math.inf)` is -inf
    # fixed (unsafe): torch.full((3,), -1e9)


def by_keyword(x):
    mask = torch.relu(x)
    return torch.mul(torch.full((3,), -math.inf), other=mask)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `torch.full((3,), -math.inf)` is -inf: where `mask` is 0 the product is 0 * Inf, NaN; use a finite mask
    # fixed (unsafe): torch.full((3,), -1e9)


def by_what_is_unknown(s, mask):
    return torch.mul(mask, torch.full_like(s, float("inf")))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.full_like(s, float(…))` is inf: if `mask` is 0 anywhere the product is 0 * Inf, NaN; use a finite mask
    # fixed: nothing


def by_a_comparison(s):
    return (s == 0).mul(float("inf"))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `float("inf")` is inf: where `(s == 0)` is 0 the product is 0 * Inf, NaN; use a finite mask
    # fixed: nothing


def of_arrays_alone():
    return np.multiply(np.zeros(3), np.full(3, np.inf))


def of_two_temperatures(z, m):
    masked = z.masked_fill(m, -math.inf)
    log_p, log_q = torch.log_softmax(masked, -1), torch.log_softmax(masked / 2, -1)
    return torch.add(log_p, -log_q), log_p.sub(log_q)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `-log_q` and `log_p` are both infinite for masked logits: Inf - Inf is NaN; use a finite mask
    # fixed (unsafe): z.masked_fill(m, -1e9)
    # adds: -1e9
    # from: `torch.log_softmax(masked / 2, -1)` made here, values in [-inf, 0]
    #                                ^^^^^^^^^^^^^^^^ NAN107 warning: `log_q` and `log_p` are both infinite for masked logits: Inf - Inf is NaN; use a finite mask
    # fixed (unsafe): z.masked_fill(m, -1e9)
    # adds: -1e9
    # from: `torch.log_softmax(masked / 2, -1)` made here, values in [-inf, 0]
