# A name that is bound inside of a condition is bound below it.

import torch


def found(x):
    if (p := torch.softmax(x, -1)).sum() > 0:
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    return None
