"""Of something about which nothing is known a norm is information, in a loss too, by whatever it is written."""

import torch


def loss(model, x):
    y = model(x)
    a = y / y.norm(dim=-1, keepdim=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    b = (y - y.mean(0)) / y.std(0)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y.std(0)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # FIXME: information, as of `norm`: this is one
    c = y / (y ** 2).sum(-1, keepdim=True).sqrt()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…).sum(…).sqrt()` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # FIXME: information, as of `std`: this is one
    d = (y - y.mean()) / ((y - y.mean()) ** 2).mean().sqrt()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `((y - y.mean()) ** 2).mean().sqrt()` is a norm and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # FIXME: information: a span of something unknown
    e = (y - y.min()) / (y.max() - y.min())
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(y.max() - y.min())` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN
    return (a + b + c + d + e).sum()


def elsewhere(model, x):
    y = model(x)
    a = y / (y ** 2).sum(-1, keepdim=True).sqrt()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…).sum(…).sqrt()` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    return (a + (y - y.min()) / (y.max() - y.min())).sum()
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(y.max() - y.min())` is a difference from an extreme and can be exactly 0: x / 0 is Inf or NaN
