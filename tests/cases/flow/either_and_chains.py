# What `or` and `and` have decided holds on their right, and a chain of comparisons bounds from both sides.

import torch


def asked_where_the_left_does_not_hold(x):
    n = torch.relu(x).sum()
    return n > 0 or 1 / n
    #               ^^^^^ NAN102 error: `n` is 0


def asked_where_the_left_holds(x):
    n = torch.relu(x).sum()
    return n > 0 and 1 / n


def not_between(x):
    n = torch.relu(x).sum()
    if not (0 < n < 5):
        return 1.0 / n
        #      ^^^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    return 2.0 / n


def between(x):
    n = torch.relu(x).sum()
    if 0 < n < 5:
        return 1.0 / n
    return 2.0 / n
    #      ^^^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
