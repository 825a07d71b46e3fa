# A line stays where something may read its name by a text, and an edit that moves values is unsafe.

import torch


def read_by_name(x):
    p = torch.softmax(x, dim=-1)
    print(locals()["p"])
    return -torch.log(p)[:, 1]
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: log_p
    # adds: log_p = torch.log_softmax(x, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def evaluated(x):
    p = torch.softmax(x, dim=-1)
    print(eval("p.sum()"))
    return -torch.log(p)[:, 1]
    #       ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(x, dim=-1)


def subtracted(x):
    p = torch.softmax(x, dim=-1)
    return torch.log(p - 1e-10)
    #      ^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p - 1e-10` masks nothing
    # fixed (unsafe): torch.log(p + 1e-10)


def subtracted_from_a_complement(x):
    p = torch.sigmoid(x)
    return torch.log(1 - p - 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 - p - 1e-8` masks nothing
    # fixed (unsafe): torch.log(1 - p + 1e-8)


def root_of_a_clamp(x):
    return torch.sqrt(torch.clamp(x, min=0)).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `torch.clamp(x
    # fixed (unsafe): torch.sqrt(torch.clamp(x, min=1e-10))
    # or (unsafe): torch.sqrt(torch.clamp(x, min=0) + 1e-8)
