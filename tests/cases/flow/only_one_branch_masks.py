# A mask in one branch does not help in the other.

import torch


def pick(x, stable):
    p = torch.sigmoid(x)
    if stable:
        p = p.clamp(min=1e-6)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` comes from a sigmoid, which is exactly 0 in float32 for inputs below -89: then `p` is 0
