# A component over a length with something added stays below 1 where the length is at most 1, as that of a rotation's column is:
# nothing here says that it is one of a rotation.

import torch


def angle(rotation):
    right = -rotation[:, :, 0]
    x = right[:, 0:1] / (torch.norm(right[:, :2], dim=1, keepdim=True) + 1e-6)
    # FIXME: information at most: it is at most 0.999999
    return torch.acos(torch.clamp(x, min=-1.0, max=1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.clamp(x, min=-1.0, max=1.0)` can be -1: acos has an infinite gradient at -1 and 1 (before PyTorch 2.14)
