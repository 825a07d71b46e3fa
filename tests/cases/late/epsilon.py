# An epsilon that is added behind the logarithm or the root comes too late.

import numpy as np
import torch

EPS = 1e-8


def late(z):
    p = torch.softmax(z, -1)
    a = torch.log(p) + 1e-8
    #   ^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.log(p) + 1e-8` comes too late
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(p + 1e-8)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    b = EPS + p.sqrt()
    #         ^^^^^^^^ NAN202 warning: the epsilon of `EPS + p.sqrt()` comes too late
    c = -(torch.log(1 - p) + 1e-6)
    #     ^^^^^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.log(1 - p) + 1e-6` comes too late
    # fixed: torch.log(1 - p + 1e-6)
    d = torch.sqrt(torch.relu(z)) + 1e-8  # the relu answers 0 to the infinite derivative
    e = 1 / (torch.sqrt(p) + EPS)
    #        ^^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.sqrt(p) + EPS` comes too late
    # fixed: torch.sqrt(p + EPS)
    return a, b, c, d, e


def too_small_for_the_operand(z):
    half = torch.softmax(z, -1).half()
    return torch.log(half) + 1e-8
    #      ^^^^^^^^^^^^^^^ NAN202 warning: the epsilon of `torch.log(half) + 1e-8` comes too late
    # fixed: torch.log(torch.clamp(half, 1e-4, 1.0))


def in_numpy():
    u = np.random.rand(3)
    return np.log(u) + 1e-8
    #      ^^^^^^^^^ NAN202 information: the epsilon of `np.log(u) + 1e-8` comes too late
    # fixed: np.log(u + 1e-8)


def no_epsilon(z):
    p = torch.softmax(z, -1)
    return torch.log(p) + 1.0
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def no_mask(z):
    with torch.no_grad():
        root = torch.sqrt(torch.relu(z)) + 1e-8
    return root, torch.log(z) + 1e-8
    #            ^^^^^^^^^^^^ NAN101 information: nothing here shows that `z` stays above 0: log(0) is -inf
    # fixed: torch.log(torch.clamp(z, min=1e-10))
