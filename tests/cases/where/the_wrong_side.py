"""A choice that keeps what is invalid, and leaves out what is valid, hides nothing."""

import torch


def logarithm(z):
    x = torch.tanh(z)
    return torch.where(x < 0, torch.log(x), 0.0), torch.where(0 > x, torch.sqrt(x), 0.0)
    #                         ^^^^^^^^^^^^ NAN101 warning: `x` is a tanh, exactly -1 for inputs below -9: log(-1) is NaN; keep it above 0
    # fixed (unsafe): torch.log(torch.clamp(x, 1e-10, 1.0))
    # from: `torch.tanh(z)` made here, exactly -1 in float32 for inputs below -9
    #                                                                ^^^^^^^^^^^^^ NAN103 warning: `x` is a tanh, exactly -1 for inputs below -9: sqrt(-1) is NaN; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(x, 1e-10, 1.0))
    # from: `torch.tanh(z)` made here, exactly -1 in float32 for inputs below -9


def of_a_layer(z):
    x = torch.nn.Linear(3, 3)(z)
    return torch.where(x < 0, torch.log(x), 0.0)
    #                         ^^^^^^^^^^^^ NAN101 warning: `x` is the output of a linear layer, and nothing keeps it above 0: log(-1) is NaN
    # fixed (unsafe): torch.log(torch.clamp(x, min=1e-10))
    # from: `torch.nn.Linear(3, 3)(z)` made here, unbounded


def reciprocal(z):
    x = torch.relu(z) - 1.0
    return torch.where(x < 0, 1.0 / (x - 1.0), 0.0)
