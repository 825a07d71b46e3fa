# A new import stands behind the one from `__future__`, which must be the first.

from __future__ import annotations

from torch import log, softmax


def loss(x):
    return log(softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x, -1)` is a softmax
    # fixed: torch.log_softmax(x, -1)
    # adds: import torch
    # or: log(torch.clamp(softmax(x, -1), 1e-10, 1.0))
