from torch import log, softmax


def loss(x):
    return log(softmax(x, -1))
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `softmax(x, -1)` is a softmax
    # fixed: log(torch.clamp(softmax(x, -1), 1e-10, 1.0))
    # adds: import torch
