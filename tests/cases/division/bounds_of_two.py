# Who clips a value at 0 shows that it gets there; that two values get there at once is possible, and no more.

import numpy as np
import torch


def shares(p, r):
    first = np.clip(p - r, 0.0, 1.0)
    second = np.clip(1.0 - p + r, 0.0, 1.0)
    return first / (first + second)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(first + second)` can be 0 where all that it sums is clipped: x / 0 is Inf or NaN; keep it away from 0


def of_tensors(p, q):
    first = torch.clamp(p, 0, 1)
    second = torch.clamp(q, 0, 1)
    return first / (first + second)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(first + second)` can be 0 where all that it sums is clipped: x / 0 is Inf or NaN; keep it away from 0


def twice_the_same(p):
    first = torch.clamp(p, 0, 1)
    return 1 / (first + first)
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(first + first)` can be 0: x / 0 is Inf or NaN; keep it away from 0


def one_and_a_number(p):
    first = torch.clamp(p, 0, 1)
    return 1 / (2 * first)
    #      ^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp(p, 0, 1)` masks nothing: its lower bound 0 is let through; take a larger one


def of_activations(p, q):
    return 1 / (torch.relu(p) + torch.relu(q))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
