"""A call that is written twice, of one value, makes one value: a gate and what it leaves open are never 0 together."""

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F


def lapse(x):
    return torch.log(0.9 * torch.sigmoid(x) + 0.1 * (1 - torch.sigmoid(x)))


def gated(x, a, b):
    left, right = F.softplus(a) + 1e-3, F.softplus(b) + 1e-3
    return jnp.log(jax.nn.sigmoid(x) * 0.5 + (1 - jax.nn.sigmoid(x)) * 0.25), torch.log(
        torch.sigmoid(x) * left + (1 - torch.sigmoid(x)) * right
    )


def squashed(x):
    return torch.sigmoid(x)


def by_a_helper(x):
    return torch.log(squashed(x) + (1 - squashed(x)))


def product(x):
    reveal_range(torch.softmax(x, -1) - torch.softmax(x, -1))  # [-1, 1] float32 takes 0
    return torch.log(torch.sigmoid(x) * (1 - torch.sigmoid(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…) * (…)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.sigmoid(x) * (1 - torch.sigmoid(x)), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.sigmoid(x) * (1 - torch.sigmoid(x)) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def of_two_values(x, y):
    return torch.log(torch.sigmoid(x) + (1 - torch.sigmoid(y)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…) + (…)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.sigmoid(x) + (1 - torch.sigmoid(y)), min=1e-10))
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def along_two_axes(x):
    reveal_range(torch.softmax(x, -1) - torch.softmax(x, 0))  # [-1, 1] float32 takes -1, 0, 1
    return torch.log(torch.softmax(x, 0) + (1 - torch.softmax(x, 1)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, 0) + (1 - torch.softmax(x, 1))` can be 0, as a softmax can: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.softmax(x, 0) + (1 - torch.softmax(x, 1)), min=1e-10))
    # from: `torch.softmax(x, 0)` made here, exactly 0 in float32 once a logit trails the largest by 104


def bound_again(x, y):
    p = torch.sigmoid(x)
    x = x + y
    return torch.log(torch.sigmoid(x) + (1 - p))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(x) + (1 - p)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.sigmoid(x) + (1 - p), min=1e-10))
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def drawn(x):
    kept = F.dropout(torch.sigmoid(x), 0.5)
    return torch.log(F.dropout(kept, 0.5) + (1 - F.dropout(kept, 0.5)).clamp(min=0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `F.dropout(…) + (…).clamp(…)` can be 0, as a dropout can: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(F.dropout(kept, 0.5) + (1 - F.dropout(kept, 0.5)).clamp(min=0.0), min=1e-10))
    # from: `torch.sigmoid(x)` made here, values in [0, 1]
    # from: `F.dropout(torch.sigmoid(x), 0.5)` made here, values in [0, inf]
    # from: `F.dropout(kept, 0.5)` made here, exactly 0 for the inputs that it drops
