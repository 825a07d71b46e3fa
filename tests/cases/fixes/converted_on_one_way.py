# A tensor that is an array on one way, or that a loop makes of itself: no method is written of what may be an array.

import numpy as np
import torch


def converted(x, wanted):
    n = torch.relu(x)
    if wanted:
        n = n.numpy()
    return x / n, np.zeros(3)
    #      ^^^^^ NAN102 warning: `n` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): x / (n + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `n = n.numpy()` goes into `n` here


def in_a_loop(x):
    n = torch.relu(x)
    for _ in range(3):
        n = (n * 0.5).relu()
    return x / n
    #      ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / n.clamp(min=1e-7)
    # or (unsafe): x / (n + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `(n * 0.5).relu()` made here, values in [0, inf]


def unpacked(x, y):
    m, n = x + y, torch.relu(x)
    return m / n
    #      ^^^^^ NAN102 warning: `n` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: m / n.clamp(min=1e-7)
    # or (unsafe): m / (n + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
