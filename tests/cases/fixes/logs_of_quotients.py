# Where dividend and divisor can both be 0 the quotient is NaN, whatever is added to it: each gets a mask of its own, and no
# epsilon is offered.

import torch
import torch.nn.functional as F


def ratio(a, b):
    p, q = F.relu(a), F.relu(b)
    return torch.log(p / q)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `p / q` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10)) - torch.log(torch.clamp(q, min=1e-10))
    # from: `F.relu(a)` made here, exactly 0 for inputs of 0 or less
    #                ^^^^^ NAN102 warning: `q` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: torch.log(torch.clamp(p, min=1e-10)) - torch.log(torch.clamp(q, min=1e-10))
    # adds: torch.log(torch.clamp(p, min=1e-10)) - torch.log(torch.clamp(q, min=1e-10))
    # from: `F.relu(b)` made here, exactly 0 for inputs of 0 or less


def inline(a, b):
    return torch.log(F.relu(a) / F.relu(b)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `F.relu(a) / F.relu(b)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: (torch.log(torch.clamp(F.relu(a), min=1e-10)) - torch.log(torch.clamp(F.relu(b), min=1e-10)))
    # from: `F.relu(a)` made here, exactly 0 for inputs of 0 or less
    #                ^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `F.relu(b)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (torch.log(torch.clamp(F.relu(a), min=1e-10)) - torch.log(torch.clamp(F.relu(b), min=1e-10)))
    # adds: (torch.log(torch.clamp(F.relu(a), min=1e-10)) - torch.log(torch.clamp(F.relu(b), min=1e-10)))
    # from: `F.relu(b)` made here, exactly 0 for inputs of 0 or less

