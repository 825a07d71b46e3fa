"""Parentheses around what a condition compares change nothing: `(a * b) > 0` speaks of `a * b`."""

import torch


def guarded(a, b):
    a = torch.relu(a)
    if (a.sum()) > 0:
        return b / a.sum()
    return b


def guarded_by_a_name(a, b):
    total = torch.relu(a).sum()
    if ((total) != (0)):
        return b / (total)
    return b


def replaced(a, n):
    n = torch.relu(n)
    n = torch.where((n) == 0, 1.0, n)
    return a / n


def chosen(a, b):
    a, b = torch.relu(a), torch.relu(b)
    return torch.where((a * b) > 0, torch.log(a * b), 0.0)


def chosen_too_late(z):
    p = torch.softmax(z, -1)
    return torch.where((p) > 0, torch.log(p), 0.0)
    #                           ^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.where((p) > 0, p, 1.0))
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def of_something_else(a, b):
    a, b = torch.relu(a), torch.relu(b)
    if (a + b).sum() > 0:
        return b / a.sum()
    #          ^^^^^^^^^^^ NAN102 warning: `a.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: b / a.sum().clamp(min=1e-7)
    # or (unsafe): b / (a.sum() + 1e-8)
    # from: `torch.relu(a)` made here, exactly 0 for inputs of 0 or less
    return b
