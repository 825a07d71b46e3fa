"""That the one known value passes a threshold is not known: others may lie on both sides of it."""

import torch


def pull(x, cutoff):
    kept = torch.where(x > cutoff, x, torch.ones_like(x))
    return 1 / (torch.sqrt(1 + 4 * torch.square(kept)) - 1.0)


def pull_of_all(x):
    return 1 / (torch.sqrt(1 + 4 * torch.square(x)) - 1.0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(torch.sqrt(…) - 1.0)` comes from a square, and nothing keeps it away from 0: x / 0 is Inf or NaN


def pulls(x, y, cutoff):
    return pull(x.clamp(min=1e-7), cutoff).sum() + pull(y, cutoff).sum()


def pulls_of_all(x, y):
    return pull_of_all(x.clamp(min=1e-7)).sum() + pull_of_all(y).sum()


def confident(z, cutoff):
    p = torch.sigmoid(z)
    kept = torch.where(p > cutoff, p, torch.zeros_like(p))
    return torch.log(1 - kept).sum()
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - kept` can be 0 where a sigmoid is exactly 1 (for inputs above 17): log(0) is -inf; keep it above 0
