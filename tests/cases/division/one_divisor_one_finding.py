# One divisor that can be 0 is one fault, however often it divides: the first division tells it, the others point to it.

import torch


def both(x, a, b):
    n = torch.relu(x).sum(-1)
    first = a / n
    #       ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    second = b / n
    #        ^^^^^ NAN102 hint: `n` divides in `a / n` too
    # fixed: b / n.clamp(min=1e-7)
    return first, second


def of_something_unknown(x, a, b):
    n = x.norm()
    return a / n, b / (n)
    #      ^^^^^ NAN102 information: `n` is a norm
    #             ^^^^^^^ NAN102 hint: `(n)` divides in `a / n` too


def the_first_is_guarded(x, a, b):
    n = torch.relu(x).sum(-1)
    if n > 0:
        a = a / n
    return a, b / n
    #         ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def the_first_is_masked(x, a, b):
    n = torch.relu(x).sum(-1)
    return a / (n + 1e-6), b / n
    #                      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def bound_anew(x, a, b):
    n = torch.relu(x).sum(-1)
    first = a / n
    #       ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    n = torch.relu(b).sum(-1)
    return first, b / n
    #             ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def the_first_is_silenced(x, a, b):
    n = torch.relu(x).sum(-1)
    first = a / n  # nanproof: ignore[NAN102]
    return first, b / n
    #             ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less


def of_two_names(x, a, b):
    n, m = torch.relu(x).sum(-1), torch.relu(x).mean(-1)
    return a / n, b / m
    #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
    #             ^^^^^ NAN102 warning: `m` can be 0, as a ReLU is for inputs of 0 or less
