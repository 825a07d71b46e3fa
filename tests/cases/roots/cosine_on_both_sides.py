# A cosine computed by hand passes 1 and -1 by rounding.

import torch
import torch.nn.functional as F


def cosine(a, b):
    c = (F.normalize(a, dim=-1) * F.normalize(b, dim=-1)).sum(-1)
    reveal_range(c)  # [-1.0000004, 1.0000004] float32 takes -1.0000002, 1.0000002
    return c
