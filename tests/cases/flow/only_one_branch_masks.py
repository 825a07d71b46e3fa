# A mask in one branch does not help in the other.

import torch


def pick(x, stable):
    p = torch.sigmoid(x)
    if stable:
        p = p.clamp(min=1e-6)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
