# The bounds of inverse functions are those of the dtype; where only the derivative fails, the edit is unsafe.

import torch


def inverses(x):
    p = torch.sigmoid(x)
    t = torch.tanh(x)
    a = torch.logit(p)
    #   ^^^^^^^^^^^^^^ NAN105 warning: `p` is a sigmoid
    # fixed: torch.logit(torch.clamp(p, 1e-7, 0.9999999))
    b = torch.atanh(t)
    #   ^^^^^^^^^^^^^^ NAN105 warning: `t` is a tanh
    # fixed: torch.atanh(torch.clamp(t, -0.9999999, 0.9999999))
    c = t.erfinv()
    #   ^^^^^^^^^^ NAN105 warning: `t` is a tanh
    # fixed: t.clamp(-0.9999999, 0.9999999).erfinv()
    d = torch.acos(t.half())
    #   ^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `t.half()` is a tanh and can be exactly -1
    # fixed (unsafe): torch.acos(torch.clamp(t.half(), -0.999, 0.999))
    e = torch.asin(t.double())
    #   ^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `t.double()` is a tanh and can be exactly -1
    # fixed (unsafe): torch.asin(torch.clamp(t.double(), -1 + 1e-15, 1 - 1e-15))
    return a, b, c, d, e
