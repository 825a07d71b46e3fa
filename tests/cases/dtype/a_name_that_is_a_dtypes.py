# A dtype is what the name holds, not what the name is called.

import torch
from torch import float16

half = torch.float32  # this machine computes no float16


def called_half(x):
    return torch.log(torch.sigmoid(x).to(half) + 1e-8)


def is_half(x):
    return torch.log(torch.sigmoid(x).to(float16) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.sigmoid(…).to(…) + 1e-8` masks nothing: 1e-8 is 0 in float16, and log(0) is -inf; take a larger one
    # fixed: torch.log(torch.sigmoid(x).to(float16) + 1e-4)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
