"""One cause is told once: what makes the first logarithm infinite makes the others so, and they are to point to it."""

import torch


def losses(x, y, z):
    p = torch.softmax(x, -1)
    a = y * torch.log(p)
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # FIXME: a hint that points to the logarithm above, as for divisors
    b = z * torch.log(p)
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    return a, b


def divided(x, y, z):
    n = torch.relu(x)
    a = y / n
    #   ^^^^^ NAN102 warning: `n` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    b = z / n
    #   ^^^^^ NAN102 hint: `n` divides in `y / n` too, where it is told: what mends it where it is made mends both
    return a, b


def in_both(x, y, z):
    n = torch.relu(x)
    a = y * torch.log(n)
    #       ^^^^^^^^^^^^ NAN101 warning: `n` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # FIXME: a hint: the same 0
    b = z / n
    #   ^^^^^ NAN102 warning: `n` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    return a, b


def written_again(x, y, z):
    h = torch.relu(x)
    a = y / h.sum()
    #   ^^^^^^^^^^^ NAN102 warning: `h.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # FIXME: a hint: the same sum, which has no name
    b = z / h.sum()
    #   ^^^^^^^^^^^ NAN102 warning: `h.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    return a, b
