# The root of a sum of squares is a norm, and 0 for zeros; with 1 in the sum, or of shares, it is not.

import torch


def of_squares(x):
    n = torch.sqrt(torch.sum(x**2, dim=-1, keepdim=True))
    return x / n
    #      ^^^^^ NAN102 warning: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_sums_of_squares(x, y):
    n = torch.sqrt(torch.sum(torch.sum(x * x, -1), -1))
    return y / n
    #      ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_what_is_not_squared(x, y):
    n = torch.sqrt(torch.sum(x, dim=-1))
    return y / n


def of_shares(x, y):
    n = torch.sqrt(torch.sum(torch.softmax(x, -1) ** 2))
    return y / n


def of_one_and_squares(x):
    n = torch.sqrt(1 + torch.sum(x**2))
    return x / n


# What is divided by the length of something else is no direction: a spacing over another one. A vector over its own length
# is 0 / 0, however it is written, and so is a cosine; an error relative to two sizes is not looked at again.


def spaced(affine, new):
    old = torch.sqrt(torch.sum(affine[:3, :3] * affine[:3, :3], dim=0))
    return new / old
    #      ^^^^^^^^^ NAN102 information: `old` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def written_otherwise(x):
    return x * (1 / torch.sqrt((x**2).sum(1, keepdim=True)))
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((…).sum(…))` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def with_an_axis(x):
    n = torch.sqrt(torch.sum(x * x, 1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `torch.sum(x * x, 1)` stays above 0: sqrt has an infinite gradient at 0
    return x / n[:, None]
    #      ^^^^^^^^^^^^^^ NAN102 warning: `n[:, None]` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def squashed(x):
    s = torch.sum(x * x, -1, keepdim=True)
    return s / (1 + s) / torch.sqrt(s) * x
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(s)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def relative_error(a, b):
    return torch.sqrt(((a - b) ** 2).mean()) / (torch.sqrt((a**2).mean()) + torch.sqrt((b**2).mean()))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `(…)` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
