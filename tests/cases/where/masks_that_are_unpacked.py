"""Masks that are unpacked with others."""

import torch


def second_of_two(x):
    low, high = x < 0, x > 1
    return torch.where(high, torch.log(x), x), low
    #                        ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf


def behind_others(x, y, pair):
    first, second, third = *pair, x > 0
    return torch.where(second, torch.log(x), x), first, third
    #                          ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf


def before_others(x, pair):
    positive, *others = x > 0, *pair
    return torch.where(positive, torch.log(x), x), others
    #                            ^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
