"""A number of Python's that is assigned to some elements takes the dtype of the tensor, and so does the mask."""

import torch
from torch.nn import functional as F


def angle(a, b, mask):
    c = F.cosine_similarity(a, b, dim=-1)
    c[mask] = 0.999
    return torch.acos(c)
    #      ^^^^^^^^^^^^^ NAN105 warning: `c` is a cosine similarity
    # fixed: torch.acos(torch.clamp(c, -0.9999999, 0.9999999))


def in_half(x, mask):
    p = torch.softmax(x, -1).half()
    p[mask] = 0.5
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-4, 1.0))


def in_double(x, mask):
    p = torch.softmax(x, -1).double()
    p[mask] = 0.5
    reveal_range(p)  # [0, 1] float64
    return p
