# The functions are imported alone: what the stable form needs is imported with it.

from torch import exp, log, relu


def below_zero(x):
    return log(1 - exp(-relu(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - exp(-relu(x))` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: log(-torch.expm1(torch.clamp(-relu(x), max=-1e-10)))
    # adds: import torch
    # or: log(torch.clamp(1 - exp(-relu(x)), 1e-10, 1.0))
    # from: `relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `exp(-relu(x))` made here, values in [0, 1.00000048]
