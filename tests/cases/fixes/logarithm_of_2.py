# The logarithm of 2 is written as a number where `math` itself is not imported, and where `math` is, it is called.

from math import pi

import torch


def density(x):
    return torch.log(1 - torch.tanh(x) ** 2) - pi
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.tanh(x) ** 2` can be 0 where a tanh is exactly -1: log(0) is -inf; keep it above 0
    # fixed: 2.0 * (0.6931471805599453 - x - torch.nn.functional.softplus(-2.0 * x))
    # or: torch.log(torch.clamp(1 - torch.tanh(x) ** 2, 1e-10, 1.0))
    # from: `torch.tanh(x)` made here, exactly -1 in float32 for inputs below -9
