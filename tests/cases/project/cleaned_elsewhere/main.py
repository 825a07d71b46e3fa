"""What a function of another file replaces in its argument is masked as well; what it cleans beside that is not."""

import torch

from .cleaning import all_of_it, without_nan


def shares(x):
    w = torch.relu(x)
    return without_nan(w / w.sum(-1, keepdim=True))


def looked_at(x, y):
    w = torch.relu(x)
    return all_of_it(w / w.sum(-1, keepdim=True), y)
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `w.sum(-1, keepdim=True)` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: w / w.sum(-1, keepdim=True).clamp(min=1e-7)
    # or (unsafe): w / (w.sum(-1, keepdim=True) + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
