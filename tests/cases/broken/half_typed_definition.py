# Between two whole functions one is being typed: the others are looked at all the same.

import torch


def first(x):
    p = torch.softmax(x, -1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax


def second(


def third(x):
    q = torch.sigmoid(x)
    return torch.log(q)
    #      ^^^^^^^^^^^^ NAN101 warning: `q` is a sigmoid
