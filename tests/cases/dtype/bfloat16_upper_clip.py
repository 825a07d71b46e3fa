# In bfloat16 the number below 1 is 0.996, so an upper bound of 0.999 is 1.

import torch


def brain(x):
    p = torch.sigmoid(x.bfloat16())
    reveal_range(p)  # [0, 1] bfloat16
    a = torch.log(1 - p.clamp(1e-3, 1 - 1e-3))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(1e-3, 1 - 1e-3)` masks nothing: its upper bound 1 - 1e-3 is 1 in bfloat16
    b = torch.log(1 - p.clamp(1e-2, 1 - 1e-2))
    return a, b
