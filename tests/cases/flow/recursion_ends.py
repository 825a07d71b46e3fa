# A function that calls itself is followed some steps, and two that call each other without an end tell nothing.

import torch


def again(x, n):
    if n == 0:
        return torch.softmax(x, -1)
    return again(x, n - 1)


def first(x):
    return second(x)


def second(x):
    return first(x)


def use(x):
    a = torch.log(again(x, 3))
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `again(x, 3)` is a softmax
    b = torch.log(first(x))
    #   ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `first(x)` stays above 0
    return a, b
