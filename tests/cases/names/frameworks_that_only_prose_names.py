"""A docstring proves nothing: this text says torch in words alone, and imports nothing of it. What clamps is unknown."""

import numpy as np


def share(v):
    """Return 1 / v, as the one for torch does."""
    # FIXME: nothing: no tensor of PyTorch's is in sight
    return 1 / v.clamp(min=0)
    #      ^^^^^^^^^^^^^^^^^^ NAN201 warning: `v.clamp(min=0)` masks nothing: its lower bound 0 is let through, and x / 0 is Inf or NaN; take a larger one


def clipped(v):
    # FIXME: nothing: this may be anybody's
    return np.sum(1 / v.clamp(0, 1))
    #             ^^^^^^^^^^^^^^^^^ NAN201 warning: `v.clamp(0, 1)` masks nothing: its lower bound 0 is let through, and x / 0 is Inf or NaN; take a larger one
