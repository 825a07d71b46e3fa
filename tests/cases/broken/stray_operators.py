import torch


def loss(x):
    p = torch.softmax(x, -1)
    q = = 3
    r = torch.log(p) +
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    return r
