# A backslash at the end of a line changes nothing of what is followed.

import torch
from torch import nn

net = nn.Sequential(nn.Linear(10, 10), nn.Sigmoid())


def heads(x):
    return torch.relu(x), \
        net(x), \
        x + 1


def loss(x):
    a, \
        p, \
        b = heads(x)
    c = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid
    return c if \
        p.sum() > 0 else \
        torch.log(p + 1e-8 \
                  + 0)
