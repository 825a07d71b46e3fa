"""What callers pass by a star is no one number."""

import torch


def scaled(x, *scales):
    return torch.log(x * torch.tensor(scales))
    # FIXME: whatever they are, what they scale is 0


a = scaled(torch.zeros(3), 0.0, 1.0)
