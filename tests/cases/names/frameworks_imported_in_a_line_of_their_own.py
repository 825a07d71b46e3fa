"""An import is one wherever it stands: behind a colon, among others, in a function."""

import os

try: from torch.nn import functional as F
except ImportError: F = None


def share(v):
    return 1 / v.clamp(min=0)
    #      ^^^^^^^^^^^^^^^^^^ NAN201 warning: `v.clamp(min=0)` masks nothing: its lower bound 0 is let through, and x / 0 is Inf or NaN; take a larger one
