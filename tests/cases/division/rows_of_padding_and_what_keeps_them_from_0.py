"""Rows of padding are 0 where one mask clears them, not where another one keeps them or where they are exponentials."""

import torch


def kept_by_one_mask(h, a):
    h = h * (a > 0)[..., None].float()
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.norm(…)` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0


def kept_by_either_of_two_masks(h, a, b):
    h = h * torch.maximum((a > 0)[..., None].float(), (b > 0).float())
    return h / h.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `h.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def by_hand(h, a):
    h = h * (a > 0).float().unsqueeze(-1)
    return h / torch.sqrt((h**2).sum(-1, keepdim=True))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((…).sum(…))` is a norm, exactly 0 for a row of padding: x / 0 is Inf or NaN; keep it away from 0


def of_exponentials_by_hand(h, a):
    h = h * (a > 0).float().unsqueeze(-1)
    return h / torch.sqrt(h.exp().sum(-1, keepdim=True))
