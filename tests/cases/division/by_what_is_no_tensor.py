# What nobody knows is no tensor yet, whatever it is divided by; nor is what Python draws, or NumPy chooses among.

import math
import random

import numpy as np
import torch


def by_zero(x):
    return x / 0, [1.0] / 0


def drawn(x: torch.Tensor):
    return torch.exp(x) / random.random(), torch.exp(x) / math.sqrt(random.random())


def chosen_by_numpy(x, y):
    return np.where(y != 0, x / y, 0)


def chosen_among_frames(x, y):
    return frames.where(y != 0, x / y, 0)


def before_a_product(x: torch.Tensor, y: torch.Tensor, w: torch.Tensor):
    return torch.log(x / y) @ w, torch.log(x / y) | w
    #      ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x / y` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(x / y, min=1e-10))
    #                            ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x / y` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp(x / y, min=1e-10))
