"""What belongs together is read from what the operands are, and of numbers that nobody can tell apart nothing is."""

import numpy as np
import torch


def scaled_alike(x, w, n: int, m: int):
    reveal_range(torch.sigmoid((x + w.abs()) * n) - torch.sigmoid(x * n))  # [-1, 1] float32 takes -1, 0, 1
    reveal_range(torch.sigmoid((x + w.abs()) * 2.0) - torch.sigmoid(x * 2.0))  # [0, 1] float32 takes 0, 1
    reveal_range(torch.sigmoid((x + w.abs()) * n) - torch.sigmoid(x * m))  # [-1, 1] float32 takes -1, 0, 1
    reveal_range(torch.sigmoid((x + w.abs()) * -2.0) - torch.sigmoid(x * -2.0))  # [-1, 1] float32 takes -1, 0, 1
    reveal_range(torch.sigmoid(x) - torch.sigmoid(x + w.abs()))  # [-1, 1] float32 takes 0


def of_sizes(n: int, m: int, k: int, l: int):
    reveal_range(np.sqrt(n * m + k * l))  # [0, inf] float64 takes nothing
    reveal_range(np.sqrt(n * n + k * k))  # [0, inf] float64 takes nothing


def unit(x, eps, n: int):
    reveal_range(x / torch.maximum(eps, x.norm()))  # [-1.0000004, 1.0000004] float32 takes nothing
    reveal_range(x / (1e-8 + x.norm()))  # [-1.0000004, 1.0000004] float32 takes nothing
    reveal_range(x / np.sqrt(n))  # any value float64 takes nothing


def drawn():
    reveal_range(torch.sqrt(torch.randn(3).square().sum()))  # [0, inf] float32 takes 6


def cosines(a, b, c):
    reveal_range((a * b).sum() / (a.norm() * b.norm()))  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(a.norm() * b.norm())` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): (a * b).sum() / (a.norm() * b.norm()).clamp(min=1e-7)
    # or (unsafe): (a * b).sum() / (a.norm() * b.norm() + 1e-8)
    # from: `a.norm()` made here, exactly 0 for a vector of zeros
    reveal_range((a * b).view(-1) / (a.norm() * b.norm()))  # any value float32 takes nothing
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(a.norm() * b.norm())` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): (a * b).view(-1) / (a.norm() * b.norm()).clamp(min=1e-7)
    # or (unsafe): (a * b).view(-1) / (a.norm() * b.norm() + 1e-8)
    # from: `a.norm()` made here, exactly 0 for a vector of zeros
    reveal_range((a * b).sum() / (a.norm() * c.norm()))  # any value float32 takes nothing
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(a.norm() * c.norm())` can be 0, as a norm is for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): (a * b).sum() / (a.norm() * c.norm()).clamp(min=1e-7)
    # or (unsafe): (a * b).sum() / (a.norm() * c.norm() + 1e-8)
    # from: `a.norm()` made here, exactly 0 for a vector of zeros


def of_nothing_known(n: int, m: int):
    reveal_range(np.dot(n, m) / (n * m))  # [0, inf] float64 takes nothing


def remainder(x):
    y = torch.relu(x) % 3.0
    return torch.log(y)
    #      ^^^^^^^^^^^^ NAN101 warning: `y` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(y, min=1e-10))
    # or (unsafe): torch.log(y + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
