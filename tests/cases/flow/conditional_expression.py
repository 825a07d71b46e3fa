# A conditional expression takes the values of both sides.

import torch


def pick(x, stable):
    p = torch.sigmoid(x) if stable else torch.exp(x) + 1
    a = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid
    return a, torch.log(p + 1e-6 if stable else p + 1e-7)
