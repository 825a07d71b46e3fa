"""The logarithm of a choice between an activation and 1 is one between its own logarithm and 0."""

import torch


def kept(x, is_shown):
    return torch.log(torch.where(is_shown, torch.sigmoid(x), 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.where(…)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.where(is_shown, torch.nn.functional.logsigmoid(x), 0.0)
    # or: torch.log(torch.clamp(torch.where(is_shown, torch.sigmoid(x), 1.0), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.where(is_shown, torch.sigmoid(x), 1.0) + 1e-8)
    # from: `torch.sigmoid(x)` made here, exactly 0 in float32 for inputs below -89


def dropped(x, is_shown):
    return torch.log(1 - torch.where(is_shown, torch.sigmoid(x), 0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - torch.where(…)` can be 0 where a sigmoid is exactly 1: log(0) is -inf; keep it above 0
    # fixed: torch.where(is_shown, torch.nn.functional.logsigmoid(-x), 0.0)
    # or: torch.log(torch.clamp(1 - torch.where(is_shown, torch.sigmoid(x), 0.0), 1e-10, 1.0))
    # from: `torch.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17
