"""What another module imported is used here: `torch.` in code shows whose tensors these are, whoever imported it."""

from .common import *


def made(n):
    return torch.zeros(n)


def share(v):
    return 1 / v.clamp(min=0)
    #      ^^^^^^^^^^^^^^^^^^ NAN201 warning: `v.clamp(min=0)` masks nothing: its lower bound 0 is let through, and x / 0 is Inf or NaN; take a larger one
