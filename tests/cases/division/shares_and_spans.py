# `w / sum(w)` lies in [0, 1] where `w` is never negative; a distance from an extreme is 0 at the extreme.

import torch


def shares_of_what_is_never_negative(x):
    w = torch.sigmoid(x)
    q = w / torch.sum(w)
    reveal_range(q)  # [0, 1] float32 takes 0
    return q


def no_shares_of_what_can_be_negative(x):
    w = torch.tanh(x)
    q = w / torch.sum(w)
    reveal_range(q)  # any value float32 takes 1
    return q


def below_the_largest(x):
    return x / (x.max() - x)
    #      ^^^^^^^^^^^^^^^^^ NAN102 warning: `(x.max() - x)` is a difference from the min or max and can be exactly 0


def above_the_smallest(x):
    return x / (x - x.min())
    #      ^^^^^^^^^^^^^^^^^ NAN102 warning: `(x - x.min())` is a difference from the min or max and can be exactly 0


def below_the_largest_of_another(x, y):
    return x / (y.max() - x)
