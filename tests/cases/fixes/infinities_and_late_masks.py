# An infinity that masks is replaced where it is written, in a helper too; an epsilon behind a logarithm is moved where it means there what it means later.

import jax.numpy as jnp
import numpy as np
import torch
import torch.nn.functional as F


def fill(s, mask):
    return s.masked_fill(mask, float("-inf"))


def entropy_of_filled(logits, mask):
    lp = F.log_softmax(fill(logits, mask), -1)
    return -(lp.exp() * lp).sum(-1)
    #        ^^^^^^^^^^^^^ NAN107 warning: `lp` is -inf for masked logits, and `lp.exp()` is 0 there: 0 * Inf is NaN; use a finite mask
    # fixed (unsafe): s.masked_fill(mask, -1e9)
    # adds: -1e9
    # from: `F.log_softmax(fill(logits, mask), -1)` made here, values in [-inf, 0]


def cross_entropy(logits, mask, y):
    lp = F.log_softmax(torch.where(mask, logits, -np.inf), -1)
    return -(y * lp).sum(-1)
    #        ^^^^^^ NAN107 warning: `lp` is -inf for masked logits, and `y` is 0 there: 0 * Inf is NaN; use a finite mask
    # fixed (unsafe): torch.where(mask, logits, -1e9)
    # adds: -1e9
    # from: `F.log_softmax(torch.where(mask, logits, -np.inf), -1)` made here, values in [-inf, 0]


def penalty(mask):
    return (1 - mask.float()) * float("-inf")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `float("-inf")` is -inf: where `(1 - mask.float())` is 0 the product is 0 * Inf, NaN; use a finite mask
    # fixed (unsafe): (1 - mask.float()) * -1e9


def late(x):
    return torch.log(torch.relu(x)) + 1e-8
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.log(torch.relu(x)) + 1e-8` comes too late: log(0) is -inf; add it to the operand
    # fixed: torch.log(torch.relu(x) + 1e-8)
    # or: torch.log(torch.clamp(torch.relu(x), min=1e-10))
    # or (unsafe): torch.log(torch.relu(x) + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def late_by_a_setting(x, c):
    return torch.log(torch.relu(x)) + c.eps
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.relu(x), min=1e-10))
    # or (unsafe): torch.log(torch.relu(x) + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def late_by_a_name(x):
    y = torch.log(torch.relu(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN202 warning: the epsilon of `y + eps` comes too late: log(0) is -inf; add it to the operand
    # fixed: torch.log(torch.clamp(torch.relu(x), min=1e-10))
    # or (unsafe): torch.log(torch.relu(x) + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    eps = 1e-8
    return y + eps


def chosen_at_once(x):
    return torch.where(x > 0, torch.log(x), 0.0)
    #                         ^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
    # fixed: torch.log(torch.where(x > 0, x, 1.0))
    # or: torch.log(torch.clamp(x, min=1e-10))


def chosen_by_what_x_is_later(x):
    y = torch.log(x)
    #   ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(x, min=1e-10))
    x = x + 1
    return torch.where(x > 0, y, 0.0)


def chosen_by_a_call(x, pick):
    return torch.where(pick(x), torch.log(torch.relu(x)), 0.0)
    #                           ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(x)` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.relu(x), min=1e-10))
    # or (unsafe): torch.log(torch.relu(x) + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def chosen_by_the_result(x):
    y = jnp.log(jnp.abs(x))
    #   ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `jnp.abs(x)` stays above 0: log(0) is -inf
    # fixed (unsafe): jnp.log(jnp.maximum(jnp.abs(x), 1e-10))
    # or (unsafe): jnp.log(jnp.abs(x) + 1e-8)
    return jnp.where(jnp.isfinite(y), y, 0.0)
