# A fix leaves the backslash of a continued line where it is.

import torch


def loss(x):
    p = torch.softmax(x, -1)
    return 1.0 + \
        torch.log(p)
      # ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
        # fixed: torch.log_softmax(x, -1)
        # removes: p = torch.softmax(x, -1)
        # or: torch.log(torch.clamp(p, 1e-10, 1.0))
