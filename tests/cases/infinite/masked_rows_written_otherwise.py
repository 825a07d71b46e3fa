"""A mask of -inf is one as a function and with its arguments named, and what a function of the project cleans is clean."""

import torch
import torch.nn.functional as F


def as_a_function(q, k, v, mask):
    s = q @ k.T
    return F.softmax(torch.masked_fill(s, mask, float("-inf")), dim=-1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): torch.masked_fill(s, mask, -1e9)


def named(q, k, v, pad):
    s = q @ k.T
    return F.softmax(s.masked_fill(mask=pad, value=float("-inf")), dim=-1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s.masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): s.masked_fill(mask=pad, value=-1e9)


def cleaned(x):
    return torch.nan_to_num(x)


def chosen(x, other):
    return torch.where(torch.isnan(x), torch.zeros_like(x), x) + torch.nan_to_num(other)


def other_one(x, other):
    return x + torch.nan_to_num(other)


def clean_rows(q, k, v, mask):
    s = q @ k.T
    return cleaned(F.softmax(torch.masked_fill(s, mask, float("-inf")), dim=-1)) @ v


def chosen_rows(q, k, v, mask, y):
    s = q @ k.T
    return chosen(F.softmax(torch.masked_fill(s, mask, float("-inf")), dim=-1), y) @ v


def left_as_they_are(q, k, v, mask, y):
    s = q @ k.T
    return other_one(F.softmax(torch.masked_fill(s, mask, float("-inf")), dim=-1), y) @ v
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.masked_fill(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): torch.masked_fill(s, mask, -1e9)


def by_its_name(q, k, v, mask, y):
    a = F.softmax(torch.masked_fill(q @ k.T, mask, float("-inf")), dim=-1)
    return other_one(y, other=a) @ v
