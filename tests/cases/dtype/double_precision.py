# What is lost in single precision is kept in double precision, down to its own epsilon.

import torch


def double(x):
    p = torch.sigmoid(x.double())
    reveal_range(p)  # [0, 1] float64
    a = torch.log(1 + 1e-8 - p)
    b = torch.log(1 + 1e-17 - p)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + 1e-17` masks nothing: 1 + 1e-17 is exactly 1 in float64
    c = torch.log(p.float() + 1e-40)
    d = torch.log(p.float() + 1e-50)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.float() + 1e-50` masks nothing: 1e-50 is 0 in float32
    return a, b, c, d
