"""A lambda that is called at once is given what the call passes."""

import torch


def at_once(y):
    return (lambda t: torch.log(t))(torch.relu(y))
    #                 ^^^^^^^^^^^^ NAN101 warning: `t` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(t, min=1e-10))
    # or (unsafe): torch.log(t + 1e-8)
    # from: `torch.relu(y)` made here, exactly 0 for inputs of 0 or less
