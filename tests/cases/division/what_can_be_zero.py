# Sums of a ReLU and of exponentials, and a span, can be 0 and are divided by; norms and deviations are information.

import torch
import torch.nn.functional as F


def shares(x):
    active = F.relu(x)
    return active / active.sum(1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `active.sum(…)` can be 0, as a ReLU is for inputs of 0 or less


weights = torch.nn.Parameter(torch.randn(10, 10))


def exponentials(x):
    e = torch.exp(F.linear(x, weights))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `F.linear(x, weights)` is a matrix product, which nothing bounds
    return e / e.sum(1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `e.sum(1, keepdim=True)` can be 0, as an exponential can


def unit(x):
    return x / x.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def unit_by_hand(x):
    length = torch.sqrt(torch.sum(x**2, dim=-1, keepdim=True))
    return x / length
    #      ^^^^^^^^^^ NAN102 warning: `length` is a norm


def standardised(x):
    return (x - x.mean(0)) / x.std(0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.std(0)` is a standard deviation


def stretched(x):
    return (x - x.min()) / (x.max() - x.min())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(x.max() - x.min())` is a difference from an extreme and can be exactly 0
