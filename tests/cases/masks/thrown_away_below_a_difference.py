# A clip whose result nobody takes: it is assigned only where it would help.

import torch


def above(z):
    p = torch.sigmoid(z)
    p.clamp(max=1 - 1e-6)
    return torch.log(1 - p).mean()
    #      ^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(max=1 - 1e-6)` masks nothing: its result is thrown away, and log(0) is -inf; assign it
    # fixed: torch.nn.functional.logsigmoid(-z)
    # or: p = p.clamp(max=1 - 1e-6)


def below(z):
    p = torch.sigmoid(z)
    p.clamp(min=1e-6)
    return torch.log(1 - p).mean()
    #      ^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(min=1e-6)` masks nothing: its result is thrown away, and log(0) is -inf; assign it
    # fixed: torch.nn.functional.logsigmoid(-z)
    # or: torch.log(torch.clamp(1 - p, 1e-10, 1.0))
