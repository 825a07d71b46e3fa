"""Two things that have nothing to do with each other are 0 at once by coincidence alone."""

import torch
import torch.nn.functional as F



def of_two(x, a, b):
    n = torch.sqrt((a**2).sum(-1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(a**2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    return (x / (n + F.relu(b))).mean().backward()
    #       ^^^^^^^^^^^^^^^^^^^ NAN102 information: `(n + F.relu(b))` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_one(a):
    n = torch.sqrt((a**2).sum(-1))
    return (a / n).mean().backward()
    #       ^^^^^ NAN102 warning: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_what_is_made_of_the_norm(a):
    n = torch.sqrt((a**2).sum(-1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(a**2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0
    return (a / (n + F.relu(n - 1))).mean().backward()
    #       ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(n + F.relu(n - 1))` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def of_what_the_norm_is_made_of(x, a):
    kept = F.relu(a)
    n = torch.sqrt((kept**2).sum(-1))
    return (x / (n + kept)).mean().backward()
    #       ^^^^^^^^^^^^^^ NAN102 warning: `(n + kept)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
