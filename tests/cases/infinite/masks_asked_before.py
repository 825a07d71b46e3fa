"""What asks, in front of a softmax of masked rows, whether a row has anything left, and what only looks as if it did."""

import torch


def asserted(q, k, v, mask):
    s = q @ k.T
    assert mask.any(-1).all()
    return torch.softmax(torch.where(mask, s, float("-inf")), -1) @ v


def waited_for(q, k, v, mask, more):
    s = q @ k.T
    while not mask.any(-1).all():
        mask = more(mask)
    return torch.softmax(torch.where(mask, s, float("-inf")), -1) @ v


def printed(q, k, v, mask):
    s = q @ k.T
    if not mask.any(-1).all():
        print("a row is masked throughout")
    return torch.softmax(torch.where(mask, s, float("-inf")), -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.where(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): torch.where(mask, s, -1e9)


def mended_in_the_other_branch(q, k, v, mask):
    s = q @ k.T
    if mask.any(-1).all():
        pass
    else:
        mask = torch.ones_like(mask)
    return torch.softmax(torch.where(mask, s, float("-inf")), -1) @ v


def asserted_of_another(q, k, v, mask, other):
    s = q @ k.T
    assert other.any(-1).all()
    return torch.softmax(torch.where(mask, s, float("-inf")), -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.where(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): torch.where(mask, s, -1e9)


def asked_whether_it_is_there(q, k, v, mask=None):
    s = q @ k.T
    if mask is not None:
        s = s.masked_fill(mask, float("-inf"))
    return torch.softmax(s, -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): s.masked_fill(mask, -1e9)
    # adds: -1e9


def filled_with_a_finite_number(q, k, v, mask):
    s = q @ k.T
    return torch.softmax(torch.where(mask, s, torch.tensor(-1e4)), -1) @ v


def filled_on_the_other_side(q, k, v, mask):
    s = q @ k.T
    return torch.softmax(torch.where(mask, float("-inf"), s), -1) @ v
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `torch.where(…)` is -inf throughout where a whole row is masked: its softmax is NaN; use a finite mask
    # fixed (unsafe): torch.where(mask, -1e9, s)


def in_a_comprehension(q, k, v, masks):
    s = q @ k.T
    return [torch.softmax(s.masked_fill(m, float("-inf")), -1) @ v for m in masks if not m.all(-1).any()]
