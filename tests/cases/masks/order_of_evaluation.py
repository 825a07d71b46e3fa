# `1 - p + 1e-8` and `1 + 1e-8 - p` are the same sum and not the same number.

import torch


def order(x):
    p = torch.sigmoid(x)
    survives = torch.log(1 - p + 1e-8)
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `1 - p + 1e-8` keeps the logarithm of a sigmoid finite
    absorbed = torch.log(1 + 1e-8 - p)
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + 1e-8` masks nothing: 1 + 1e-8 is exactly 1 in float32
    large_enough = torch.log(1 + 1e-6 - p)
    return survives, absorbed, large_enough
