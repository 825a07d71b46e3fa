# An item that is given a type and no value is given nothing.

import numpy as np
import torch


def of_logits_of_a_mask(x, v, mask):
    s = x @ v.T + float("-inf") * 0.5
    s[mask == 0]: float
    return torch.softmax(s, -1) @ v


def of_distances(x, i):
    d = torch.cdist(x, x)
    d[i, i]: float
    return 1 / d
    #      ^^^^^ NAN102 warning: `d` is a distance of each to each, exactly 0 from itself: x / 0 is Inf or NaN; keep it away from 0


def of_quotients(x, y):
    z = np.load(x) / np.tanh(np.maximum(y, 0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `np.tanh(np.maximum(y, 0))` is a tanh, exactly 0 for an input of 0: x / 0 is Inf or NaN; keep it away from 0
    z[y == 0]: float
    return z
