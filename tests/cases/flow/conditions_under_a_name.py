"""A condition that got a name before it is asked excludes what it excludes where it is written out; it is not followed."""

import torch


def asked(x):
    n = torch.relu(x).sum()
    ok = n > 0
    if ok:
        # FIXME: nothing: `n` is above 0 here
        return 1 / n
        #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    return n


def left_before(x):
    n = torch.relu(x).sum()
    empty = n == 0
    if empty:
        return n
    # FIXME: nothing: `n` is not 0 here
    return torch.log(n)
    #      ^^^^^^^^^^^^ NAN101 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0


def chosen(x):
    low, high = x.min(), x.max()
    ok = high > low
    # FIXME: nothing: the two differ
    return (x - low) / (high - low) if ok else x
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(high - low)` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def written_out(x):
    n = torch.relu(x).sum()
    if n > 0:
        return 1 / n
    return n
