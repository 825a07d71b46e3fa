# What the branches that have left say holds below, as far as each of the others leaves the value alone.

import torch


def both_leave(x):
    n = torch.relu(x).sum()
    if n == 0:
        return n
    elif n > 5:
        return 1.0 / n
    return 2.0 / n


def the_second_goes_on(x, y):
    n = torch.relu(x).sum()
    if n == 0:
        return n
    elif y > 5:
        y = 1.0 / n
    else:
        y = 2.0 / n
    return y / n


def the_first_goes_on(x, y):
    n = torch.relu(x).sum()
    if y > 3:
        y = 2.0
    elif n == 0:
        return n
    return y / n
    #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def bound_anew_in_a_branch(x, y):
    n = torch.relu(x).sum()
    if n == 0:
        return n
    elif y > 3:
        n = torch.relu(x - y).sum()
    return y / n
    #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def asked_before_the_else(x, y):
    n = torch.relu(x).sum()
    if y > 3:
        y = y / n
        #   ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    elif n == 0:
        y = 1.0
    elif y > 2:
        y = 2.0 / n
    else:
        y = 3.0 / n
    return y
