"""What stands behind a branch that is always entered may still be bound anew, and not every number is an epsilon."""

import torch


def bound_again(x, y, flag, eps=1e-6):
    std = torch.relu(x)
    if eps > 0:
        std = std + eps
    if flag:
        std = torch.relu(y)
    return 1 / std
    #      ^^^^^^^ NAN102 warning: `std` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / std.clamp(min=1e-7)
    # or (unsafe): 1 / (std + 1e-8)
    # from: `torch.relu(y)` made here, exactly 0 for inputs of 0 or less


def always(x, eps=1e-6):
    std = torch.relu(x)
    if eps > 0:
        std = std + eps
    return 1 / std


def mirrored(x, eps=1e-6):
    std = torch.relu(x)
    if 0 < eps:
        std = std + eps
    return 1 / std


def from_settings(x, settings):
    eps = float(settings["eps"])
    std = torch.relu(x)
    if eps > 0:
        std = std + eps
    return 1 / std
    #      ^^^^^^^ NAN102 warning: `std` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / std.clamp(min=1e-7)
    # or (unsafe): 1 / (std + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def above_a_threshold(x, threshold, eps=1e-6):
    std = torch.relu(x)
    if eps > threshold:
        std = std + eps
    return 1 / std
    #      ^^^^^^^ NAN102 warning: `std` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): 1 / torch.where(torch.abs(std) < 1e-7, 1.0, std)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `std = std + eps` goes into `std` here


def chained(x, eps=1e-6):
    std = torch.relu(x)
    if 0 < eps < 1e-9:
        std = std + eps
    return 1 / std
    #      ^^^^^^^ NAN102 warning: `std` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / std.clamp(min=1e-7)
    # or (unsafe): 1 / (std + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less


def of_what_is_drawn(x):
    share = float(1 / torch.relu(x).max())
    #             ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(x).max()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / torch.relu(x).max().clamp(min=1e-7)
    # or (unsafe): 1 / (torch.relu(x).max() + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    std = torch.relu(x)
    if share > 1:
        std = std + share
    return 1 / std
    #      ^^^^^^^ NAN102 warning: `std` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1 / std.clamp(min=1e-7)
    # or (unsafe): 1 / (std + 1e-8)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
    # from: `std = std + share` goes into `std` here


def otherwise(x, eps=1e-6):
    std = torch.relu(x)
    if eps > 0:
        pass
    else:
        std = std + eps
    return 1 / std
    #      ^^^^^^^ NAN102 warning: `std` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): 1 / torch.where(torch.abs(std) < 1e-7, 1.0, std)
    # from: `torch.relu(x)` made here, exactly 0 for inputs of 0 or less
