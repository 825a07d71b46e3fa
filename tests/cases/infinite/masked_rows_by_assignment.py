"""Logits that an assignment masks, or what is added to them, are -inf throughout where the whole row is masked."""

import torch


def assigned(q, k, v, mask):
    s = q @ k.T
    s[mask == 0] = float("-inf")
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): s[mask == 0] = -1e9
    # adds: -1e9


def turned_around(q, k, v, mask):
    s = q @ k.T
    s[~mask] = -torch.inf
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): s[~mask] = -1e9
    # adds: -1e9


def columns(q, k, v, lengths):
    s = q @ k.T
    ignored = lengths > s.shape[-1]
    s[:, ignored] = float("-inf")
    p = torch.softmax(s, -1)
    #   ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): s[:, ignored] = -1e9
    # adds: -1e9
    return p @ v


def of_a_parameter(scores, v, mask):
    scores[~mask] = float("-inf")
    return torch.softmax(scores, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `scores` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): scores[~mask] = -1e9
    # adds: -1e9


def in_place(q, k, v, mask):
    s = q @ k.T
    s.masked_fill_(mask, float("-inf"))
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): s.masked_fill_(mask, -1e9)
    # adds: -1e9


def added(q, k, v, mask):
    s = q @ k.T
    bias = torch.zeros_like(s).masked_fill(mask, float("-inf"))
    return torch.softmax(s + bias, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s + bias` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): torch.zeros_like(s).masked_fill(mask, -1e9)
    # adds: -1e9


def added_first(q, k, v, mask):
    s = q @ k.T
    bias = torch.zeros_like(s).masked_fill(mask, float("-inf"))
    return torch.softmax(bias + s / 8.0, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `bias + s / 8.0` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): torch.zeros_like(s).masked_fill(mask, -1e9)
    # adds: -1e9


def a_place(q, k, v, i):
    s = q @ k.T
    s[:, i] = float("-inf")
    return torch.softmax(s, -1) @ v


def finite(q, k, v, mask):
    s = q @ k.T
    s[~mask] = -1e9
    return torch.softmax(s, -1) @ v


def another(q, k, v, mask):
    s = q @ k.T
    t = s.clone()
    t[~mask] = float("-inf")
    return torch.softmax(s, -1) @ v


def made_anew(q, k, v, mask):
    s = q @ k.T
    s[~mask] = float("-inf")
    s = q @ k.T
    return torch.softmax(s, -1) @ v


def upper_triangle(q, k, v):
    s = q @ k.T
    ahead = torch.triu(torch.ones_like(s), 1) == 1
    s[ahead] = float("-inf")
    return torch.softmax(s, -1) @ v


def asked_before(q, k, v, mask):
    s = q @ k.T
    assert mask.any(-1).all()
    s[~mask] = float("-inf")
    return torch.softmax(s, -1) @ v


def afterwards(q, k, v, mask):
    s = q @ k.T
    p = torch.softmax(s, -1)
    s[~mask] = float("-inf")
    return p @ v


def read(q, k, v, mask):
    s = q @ k.T
    low = s[~mask].min()
    s = s - low
    return torch.softmax(s, -1) @ v


def added_where_it_is(q, k, v, mask):
    s = q @ k.T
    bias = torch.zeros_like(s)
    bias.masked_fill_(mask.logical_not(), float("-inf"))
    s += bias
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): bias.masked_fill_(mask.logical_not(), -1e9)
    # adds: -1e9
