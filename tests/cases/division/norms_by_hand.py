# The root of a sum of squares is a norm, and 0 for zeros; with 1 in the sum, or of shares, it is not.

import torch


def of_squares(x):
    n = torch.sqrt(torch.sum(x**2, dim=-1, keepdim=True))
    return x / n
    #      ^^^^^ NAN102 warning: `n` is a norm


def of_sums_of_squares(x, y):
    n = torch.sqrt(torch.sum(torch.sum(x * x, -1), -1))
    return y / n
    #      ^^^^^ NAN102 warning: `n` is a norm


def of_what_is_not_squared(x, y):
    n = torch.sqrt(torch.sum(x, dim=-1))
    return y / n


def of_shares(x, y):
    n = torch.sqrt(torch.sum(torch.softmax(x, -1) ** 2))
    return y / n


def of_one_and_squares(x):
    n = torch.sqrt(1 + torch.sum(x**2))
    return x / n
