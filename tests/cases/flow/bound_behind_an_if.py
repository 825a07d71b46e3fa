"""What stands behind an `if` knows nothing of it: a value that is bound there is taken whichever way the `if` went."""

import torch


def bound_behind(x, training, other):
    p = torch.ones(3)
    if training:
        p = torch.full((3,), 0.5)
    if other:
        p = torch.relu(x)
    if training:
        return torch.log(p)
    #          ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))
    # or (unsafe): torch.log(p + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    return torch.log(p + 1)

def bound_before(x, training):
    p = torch.relu(x)
    if training:
        p = torch.full((3,), 0.5)
    if training:
        return torch.log(p)
    return torch.log(p + 1)

def chained(x, training, way):
    p = torch.relu(x)
    if way == 1:
        p = torch.full((3,), 0.5)
    elif training:
        p = torch.full((3,), 0.25)
    else:
        p = torch.ones(3)
    if training:
        return torch.log(p)
    return torch.log(p)
