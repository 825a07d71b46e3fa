# Where the clip itself is imported, the mask calls it by this name.

from torch import clamp, log, softmax


def loss(x):
    return log(softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x, -1)` is a softmax
    # fixed: torch.log_softmax(x, -1)
    # adds: import torch
    # or: log(clamp(softmax(x, -1), 1e-10, 1.0))
