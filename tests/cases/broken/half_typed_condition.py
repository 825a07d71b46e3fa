"""A condition that waits for its argument says nothing."""

import torch
from torch import logical_not


def loss(p):
    p = torch.relu(p)
    a = torch.where(logical_not(), torch.log(p), 0.0)
    #                              ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    b = torch.log(torch.where(torch.logical_not(p <= 0), p, 1.0))
    if logical_not():
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    return a, b
