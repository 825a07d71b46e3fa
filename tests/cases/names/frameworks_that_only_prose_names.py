"""A docstring proves nothing: this text says torch in words alone, and imports nothing of it. What clamps is unknown."""

import numpy as np


def share(v):
    """Return 1 / v, as the one for torch does."""
    return 1 / v.clamp(min=0)


def clipped(v):
    return np.sum(1 / v.clamp(0, 1))


def commented(v):
    # torch.clamp would do the same, of tensors
    message = "install torch, or torch.nn of it"
    return message, 1 / v.clamp(min=0)
