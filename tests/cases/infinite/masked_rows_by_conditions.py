"""What picks elements by a condition, however it is written, may pick a whole row; what picks them by place does not."""

import torch


def cast(q, k, v, m):
    s = q @ k.T
    s[m.to(torch.bool)] = float("-inf")
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def cast_by_type(q, k, v, m):
    s = q @ k.T
    s[m.type(torch.bool)] = -torch.inf
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def inverted_before(q, k, v, m):
    s = q @ k.T
    hidden = ~m
    s[hidden] = -torch.inf
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def asked_by_a_method(q, k, v, m):
    s = q @ k.T
    s[:, m.eq(0)] = -torch.inf
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def joined(q, k, v, m, own):
    s = q @ k.T
    s[(m > 0) | own] = -torch.inf
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def given_by_a_caller(q, k, v, hidden):
    s = q @ k.T
    s[hidden] = -torch.inf
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask


def by_place(q, k, v, i):
    s = q @ k.T
    s[:, i] = -torch.inf
    return torch.softmax(s, -1) @ v


def by_the_largest(q, k, v):
    s = q @ k.T
    i = s.argmax(-1)
    s[:, i] = -torch.inf
    return torch.softmax(s, -1) @ v


def cast_to_whole_numbers(q, k, v, m):
    s = q @ k.T
    s[:, m.to(torch.long)] = -torch.inf
    return torch.softmax(s, -1) @ v


def calls(q, k, v, lengths):
    return given_by_a_caller(q, k, v, lengths == 0)
