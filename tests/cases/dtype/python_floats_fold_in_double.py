# Python adds its own numbers in double precision, and the sum is rounded when it meets a tensor.

import torch

TINY = 1e-8
ABOVE = 1 + TINY
BELOW = 1 - TINY


def folded(x):
    p = torch.sigmoid(x)
    reveal_range(ABOVE)  # {1.00000001} float64
    reveal_range(p + TINY)  # [9.99999994e-09, 1] float32
    return torch.log(ABOVE - p), torch.log(1 - p.clamp(TINY, BELOW))
    #      ^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + TINY` masks nothing: 1 + 1e-8 is exactly 1 in float32
    #                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(TINY, BELOW)` masks nothing: its upper bound `BELOW` (0.99999999) is 1 in float32
