# An infinity that is multiplied by what may be 0, as a method and as a function.

import math

import torch


def method(x):
    mask = torch.relu(x)
    return torch.full((3,), -math.inf).mul(mask)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `torch.full((3,), -math.inf)` is -inf


def function(x):
    mask = torch.relu(x)
    return torch.mul(torch.full((3,), -math.inf), mask)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `torch.full((3,), -math.inf)` is -inf


def by_keyword(x):
    mask = torch.relu(x)
    return torch.mul(torch.full((3,), -math.inf), other=mask)
