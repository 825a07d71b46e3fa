"""A bound of one side is given the other one where the function has it, and is masked where it has not."""

import torch


def by_a_function_of_one_side(x):
    return torch.log(torch.clamp_max(torch.sigmoid(x), 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.clamp_max(torch.sigmoid(x), 1.0)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: torch.log(torch.clamp(torch.sigmoid(x), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.clamp_max(torch.sigmoid(x), 1.0) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def by_a_tensor(x):
    return torch.log(torch.minimum(torch.sigmoid(x), torch.ones(3)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.minimum(…)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: torch.log(torch.clamp(torch.minimum(torch.sigmoid(x), torch.ones(3)), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.minimum(torch.sigmoid(x), torch.ones(3)) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def by_a_clip(x):
    return torch.log(torch.sigmoid(x).clip(max=1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `torch.sigmoid(x).clip(max=1.0)` masks nothing: it lets 0 through, and log(0) is -inf; mask that too
    # fixed: torch.log(torch.sigmoid(x).clip(max=1.0, min=1e-10))
    # or (unsafe): torch.log(torch.sigmoid(x).clip(max=1.0) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89
