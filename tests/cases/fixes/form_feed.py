# A form feed in a string is no end of a line.

import torch


def loss(x):
    p = torch.softmax(x, -1)

    text = " "; y = torch.log(p); return y, text
    #                  ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(x, -1)
    # removes: p = torch.softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
