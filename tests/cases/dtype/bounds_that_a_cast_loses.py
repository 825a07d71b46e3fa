# A bound that the mask keeps may be lost in a cast behind it: what is said is the number that it becomes there.

import torch


def half_below(z):
    p = torch.softmax(z, dim=-1)
    return torch.log(p.clamp(min=1e-9).half()).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(min=1e-9)` masks nothing: its lower bound 1e-9 is 0 in float16, and log(0) is -inf; take a larger one
    # fixed: torch.log(torch.clamp(p.clamp(min=1e-9).half(), 1e-4, 1.0))
    # or (unsafe): torch.log(p.clamp(min=1e-9).half() + 1e-4)


def half_above(z):
    p = torch.sigmoid(z)
    return torch.log(1 - p.clamp(max=1 - 1e-6).half()).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(max=1 - 1e-6)` masks nothing: its upper bound 1 - 1e-6 is 1 in float16; take a smaller one
    # fixed: torch.log(torch.clamp(1 - p.clamp(max=1 - 1e-6).half(), 1e-4, 1.0))


def lost_before(z):
    p = torch.sigmoid(z)
    return torch.log(1 - p.clamp(max=1 - 1e-9).half()).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(max=1 - 1e-9)` masks nothing: its upper bound 1 - 1e-9 is 1 in float32; take a smaller one
    # fixed: torch.log(1 - p.clamp(max=1 - 1e-3).half())


def wider_behind(z):
    p = torch.sigmoid(z)
    return torch.log(1 - p.clamp(max=1 - 1e-9).double()).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p.clamp(max=1 - 1e-9)` masks nothing: its upper bound 1 - 1e-9 is 1 in float32; take a smaller one
    # fixed: torch.log(torch.clamp(1 - p.clamp(max=1 - 1e-9).double(), 1e-10, 1.0))


def kept(z):
    p = torch.sigmoid(z)
    return torch.log(1 - p.clamp(max=1 - 1e-6).double()).mean()
