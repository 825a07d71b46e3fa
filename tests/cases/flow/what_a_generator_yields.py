"""A generator yields one value at a time: `s * s` is a square of whichever it is."""

import torch


def values(x):
    yield torch.tanh(x)
    yield 3 * torch.sigmoid(x) - 1


def total(x):
    # FIXME: nothing: a square is never below 0
    return sum(torch.sqrt(s * s + 1e-6) for s in values(x))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `s * s + 1e-6` masks nothing: it keeps away from 0, and not from 1, and sqrt(-1) is NaN; clip both ends


def one_by_one(x):
    y = torch.zeros(3)
    for s in values(x):
        # FIXME: nothing
        y = y + torch.sqrt(s * s + 1e-6)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `s * s + 1e-6` masks nothing: it keeps away from 0, and not from 1, and sqrt(-1) is NaN; clip both ends
    return y


def of_a_list(x):
    return sum(torch.sqrt(s * s + 1e-6) for s in [torch.tanh(x), 3 * torch.sigmoid(x) - 1])
