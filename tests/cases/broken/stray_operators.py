# Two lines with an operator too many: the call in one of them is found.

import torch


def loss(x):
    p = torch.softmax(x, -1)
    q = = 3
    r = torch.log(p) +
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    return r
