# A function called `log` of one's own is no logarithm.

import torch


def log(x, base=2):
    print(x, base)
    return x


def loss(x):
    p = torch.softmax(x, -1)
    log(p)
    return log(torch.relu(x))
