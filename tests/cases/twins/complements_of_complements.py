# The complement of a complement is the probability itself: its logarithm is that of the sigmoid, not of its negative.
# What is added inside of a complement moves it the other way: below 0 where the probability is 1.

import torch


def of_a_name(z, y):
    p = torch.sigmoid(z)
    q = 1 - p
    return -(y * torch.log(1 - q) + (1 - y) * torch.log(q))
    #            ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - q` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(z)
    # or: torch.log(torch.clamp(1 - q, 1e-10, 1.0))
    # from: `torch.sigmoid(z)` made here, exactly 0 in float32 for inputs below -89
    # from: `q = 1 - p` goes into `q` here
    #                                         ^^^^^^^^^^^^ NAN101 warning: `q` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
    # fixed: torch.nn.functional.logsigmoid(-z)
    # or: torch.log(torch.clamp(q, 1e-10, 1.0))
    # from: `torch.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17
    # from: `q = 1 - p` goes into `q` here


def moved_inside(z):
    return -torch.log(1 - (torch.sigmoid(z) + 1e-8)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.sigmoid(z) + 1e-8` masks nothing: 1 + 1e-8 is exactly 1 in float32; take a larger one
    # fixed: torch.log(1 - torch.sigmoid(z) + 1e-8)
    # from: `torch.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17
