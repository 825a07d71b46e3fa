# A module that is turned to half precision, here or in a helper, answers in it.

import torch
from torch import nn


def half(model):
    model.half()
    return model


def turned_in_a_helper(x):
    net = half(nn.Linear(3, 4))
    p = torch.relu(net(x))
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    # fixed: torch.log(torch.clamp(p, min=1e-4))
    # or (unsafe): torch.log(p + 1e-4)


def cast_again(x):
    net = half(nn.Linear(3, 4))
    p = torch.relu(net(x).float())
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # or (unsafe): torch.log(p + 1e-8)


def divided(x):
    net = half(nn.Sequential(nn.Linear(3, 4), nn.ReLU()))
    h = net(x)
    return h / h.sum(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.sum(…)` can be 0, as a ReLU is for inputs of 0 or less
    # fixed: h / h.sum(dim=-1, keepdim=True).clamp(min=4e-3)
    # or (unsafe): h / (h.sum(dim=-1, keepdim=True) + 4e-3)
