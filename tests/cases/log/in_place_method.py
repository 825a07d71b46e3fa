# A method that works in place is the same operation.

import torch


def in_place(x):
    p = torch.softmax(x, -1)
    p.log_()
  # ^^^^^^^^ NAN101 warning: `p` is a softmax
    return p
