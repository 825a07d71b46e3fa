"""A sigmoid by hand is exactly 1 for a large score, whether or not others are masked by an infinity."""

import torch


def loss(scores, mask):
    e = torch.exp(scores.masked_fill(mask, float("-inf")))
    share = e / (1 + e)
    #       ^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand: where `torch.exp(…)` overflows, it is NaN; use PyTorch's own
    return -torch.log(1 - share).mean()
    #       ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - share` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0


def the_other_way(scores, mask):
    e = torch.exp(-scores.masked_fill(mask, float("inf")))
    share = 1 / (1 + e)
    #       ^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand: where `torch.exp(…)` overflows, its gradient is NaN; use PyTorch's own
    return -torch.log(1 - share).mean()
    #       ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - share` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0


def of_something_else(scores, gains):
    share = torch.exp(gains) / (1 + torch.exp(scores))
    return -torch.log(1 - share).mean()
    #       ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - share` stays above 0: log(0) is -inf
