"""A bound of 0 that is scaled is one still, a sum is 0 where all of it is clipped, and the norm of a ReLU where the ReLU is."""

import torch


def bounded(a, b, x):
    c, d = a.clamp(min=0), b.clamp(min=0)
    e = x / c
    #   ^^^^^ NAN102 warning: `c`
    f = x / (c * 2)
    #   ^^^^^^^^^^^ NAN102 warning: `(c * 2)`
    g = x / (c + d)
    #   ^^^^^^^^^^^ NAN102 information: `(c + d)` can be 0 where all that it sums is clipped
    h = x / c.sum()
    #   ^^^^^^^^^^^ NAN102 information: `c.sum()` can be 0 where all that it sums is clipped
    return e, f, g, h


def away_from_zero(a, b, x):
    c, d = a.clamp(min=0), b.clamp(min=0)
    return x / (c + 1), x / (c.sum() + 1e-6), x / (a.clamp(min=1e-6) * 2), x / (c * 2 + 0.5), x / (c + d + 1e-6)


def norms(x):
    r = torch.relu(x)
    u = r / r.norm(dim=-1)
    #   ^^^^^^^^^^^^^^^^^^ NAN102 warning: `r.norm(dim=-1)` is a norm, exactly 0 for a vector of zeros
    v = r / r.norm(dim=-1).clamp(min=1e-6)
    return u, v


def norms_of_shares(x):
    p, s = torch.softmax(x, -1), torch.sigmoid(x)
    return p / p.norm(dim=-1), s / s.norm(dim=-1)
