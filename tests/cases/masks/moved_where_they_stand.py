# A mask that lets the value through gets a bound where it stands in this function, and where the bound is a number there; else another is put around.

import torch
import torch.nn.functional as F


def bound_of_a_default(p, low=0.0):
    return torch.log(torch.clamp(p, low, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(p, low, 1.0)` masks nothing: its lower bound 0 is let through; take a larger one
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log(torch.clamp(p, low, 1.0) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def passes_a_sigmoid(x):
    return bound_of_a_default(torch.sigmoid(x))


def bounds_that_are_unpacked(x, bounds):
    return torch.log(torch.clamp(torch.sigmoid(x), *bounds))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.clamp(…)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.clamp(torch.sigmoid(x), *bounds), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.clamp(torch.sigmoid(x), *bounds) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def bounds_that_are_tensors(x):
    return torch.log(torch.clamp(torch.sigmoid(x), torch.tensor(0.0), torch.tensor(1.0)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(…)` masks nothing: its lower bound 0 is let through, and log(0) is -inf; take a larger one
    # fixed: torch.log(torch.clamp(torch.clamp(torch.sigmoid(x), torch.tensor(0.0), torch.tensor(1.0)), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.clamp(torch.sigmoid(x), torch.tensor(0.0), torch.tensor(1.0)) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def bound_of_a_method(x):
    return torch.log(torch.sigmoid(x).clamp_min(0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.sigmoid(x).clamp_min(0.0)` masks nothing: its lower bound 0 is let through; take a larger one
    # fixed: torch.log(torch.sigmoid(x).clamp_min(1e-10))
    # or (unsafe): torch.log(torch.sigmoid(x).clamp_min(0.0) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def swallowed_at_once(x):
    return torch.log(1 + 1e-8 - torch.sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + 1e-8` masks nothing: 1 + 1e-8 is exactly 1 in float32, and log(0) is -inf; add it last
    # fixed: torch.log(1 - torch.sigmoid(x) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


def swallowed_in_a_function(x):
    return torch.log(torch.sub(1 + 1e-8, torch.sigmoid(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + 1e-8` masks nothing: 1 + 1e-8 is exactly 1 in float32, and log(0) is -inf; add it last
    # fixed: torch.log(torch.sub(1, torch.sigmoid(x)) + 1e-8)
    # or (unsafe): torch.log(torch.sub(1 + 1e-8, torch.sigmoid(x)) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


def swallowed_above(x):
    one = 1 + 1e-8
    return torch.log(one - torch.sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + 1e-8` masks nothing: 1 + 1e-8 is exactly 1 in float32, and log(0) is -inf; add it last
    # fixed: torch.log(torch.clamp(one - torch.sigmoid(x), 1e-10, 1.0))
    # from: `torch.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17


def both_bounds(x, y):
    c = torch.clamp(F.cosine_similarity(x, y), -1.0, 1.0)
    return torch.acos(c).sum()
    #      ^^^^^^^^^^^^^ NAN301 warning: `c` can be 1: acos has an infinite gradient at -1 and 1 (before PyTorch 2.14)
    # fixed (unsafe): c = torch.clamp(F.cosine_similarity(x, y), -1 + 1e-7, 1 - 1e-7)
    # adds: -1 + 1e-7
    # adds: 1 - 1e-7
    # from: `F.cosine_similarity(x, y)` made here, above 1 by rounding, for parallel vectors


def bound_of_one_side(x, y):
    c = torch.clamp(F.cosine_similarity(x, y), min=-1.0)
    return torch.acos(c).sum()
    #      ^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(…)` masks nothing: it lets 1 through, and acos is NaN beyond -1 and 1; mask that too
    # fixed: torch.acos(torch.clamp(c, -0.9999999, 0.9999999))
    # from: `F.cosine_similarity(x, y)` made here, above 1 by rounding, for parallel vectors


def on_both_sides_of_0(x):
    return torch.cosh(torch.clamp(torch.nn.Linear(3, 3)(x), max=100))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `….clamp(…)` comes from the output of a linear layer, which nothing bounds: cosh overflows to Inf in float32
    # fixed: torch.cosh(torch.clamp(torch.nn.Linear(3, 3)(x), max=30.0, min=-30.0))
    # from: `torch.nn.Linear(3, 3)(x)` made here, unbounded


def turned_round(x):
    return torch.exp(-torch.clamp(torch.nn.Linear(3, 3)(x), min=-100))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `-torch.c…p(…)` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: torch.exp(-torch.clamp(torch.nn.Linear(3, 3)(x), min=-30.0))
    # from: `torch.nn.Linear(3, 3)(x)` made here, unbounded


def no_mask_but_an_epsilon(x):
    return torch.exp(torch.nn.Linear(3, 3)(x) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `torch.nn…1e-8` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed (unsafe): torch.exp(torch.clamp(torch.nn.Linear(3, 3)(x) + 1e-8, max=30.0))
    # from: `torch.nn.Linear(3, 3)(x)` made here, unbounded
