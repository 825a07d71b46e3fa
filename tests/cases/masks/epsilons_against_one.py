"""An epsilon keeps an operand away from 0. Where the bound is 1 it does not, and one that a constant swallows does nothing."""

import torch


def moved_past_one(x):
    p = torch.sigmoid(x)
    return torch.atanh(p + 1e-3)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-3` masks nothing: it keeps away from 0, and not from 1; clip both ends
    # fixed (unsafe): torch.atanh(torch.clamp(p + 1e-3, -0.9999999, 0.9999999))
    # from: `torch.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


def swallowed_by_the_one(x):
    p = torch.sigmoid(x)
    return torch.sqrt(1e-10 + 1 - p)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `1e-10 + 1 - p` can be 0 where a sigmoid is exactly 1: sqrt has an infinite gradient at 0; keep it above 0
    # fixed: torch.sqrt(1 - p + 1e-10)
    # from: `torch.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


def added_last(x):
    p = torch.sigmoid(x)
    return torch.sqrt(1 - p + 1e-10)


def a_factor_of_two_small_numbers(x):
    p = torch.sigmoid(x)
    return torch.log((1e-3 + 2e-3) * p)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(1e-3 + 2e-3) * p` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp((1e-3 + 2e-3) * p, 1e-10, 1.0))
    # or (unsafe): torch.log((1e-3 + 2e-3) * p + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def a_clip_that_was_meant_for_something_else(x):
    p = torch.clamp(x, -1.0, 1.0)
    return torch.log(p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(…)` masks nothing: its lower bound -1 is let through, and log(-1) is NaN; take a larger one
    # fixed (unsafe): torch.log(torch.clamp(p + 1e-8, 1e-10, 1.0))
