# The last assignment counts: a name takes what it was bound to, and nothing from before.

import torch


def rebinds(x):
    p = torch.softmax(x, -1)
    p = p + 1e-6
    a = torch.log(p)
    #   ^^^^^^^^^^^^ NAN401 hint: `p` keeps the logarithm of a softmax finite
    p = torch.relu(x)
    b = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    p = 2.0 + p
    return a, b, torch.log(p)
