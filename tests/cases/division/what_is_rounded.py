# A number between 0 and 1 that is rounded is a choice, and a sum of choices counts; what is rounded of something larger
# is neither.

import torch


def chosen(z, x):
    picked = torch.round(torch.sigmoid(z))
    return (x * picked).sum() / picked.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `picked.sum()` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x * picked).sum() / picked.sum().clamp(min=1.0)
    # or (unsafe): (x * picked).sum() / (picked.sum() + 1e-8)
    # from: `picked.sum()` made here, exactly 0 where nothing matches


def lengths(h, x):
    n = torch.round(torch.relu(h))
    return (x * n).sum() / n.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `n.sum()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x * n).sum() / n.sum().clamp(min=1e-7)
    # or (unsafe): (x * n).sum() / (n.sum() + 1e-8)
    # from: `torch.relu(h)` made here, exactly 0 for inputs of 0 or less


def none_left(h):
    left = 1 - torch.round(torch.nn.functional.softplus(h))
    return torch.sqrt(left.sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `left.sum(-1)` comes from a softplus, and nothing keeps it at 0 or above: sqrt(-1) is NaN
    # fixed (unsafe): torch.sqrt(torch.clamp(left.sum(-1), min=1e-10))
    # from: `torch.nn.functional.softplus(h)` made here, values in [0, inf]


def signs(z, x):
    turned = torch.round(torch.tanh(z))
    return (x * turned).sum() / turned.sum()
