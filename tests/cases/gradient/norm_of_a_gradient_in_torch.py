"""PyTorch's own norm has the derivative 0 at 0; one that is written out has none."""

import torch
from torch import autograd


def penalty(critic, real, fake):
    mixed = (0.5 * real + 0.5 * fake).requires_grad_(True)
    score = critic(mixed)
    slopes = autograd.grad(score, mixed, torch.ones_like(score), create_graph=True)[0]
    length = torch.sqrt(torch.sum(slopes**2, dim=1))
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.sum(slopes**2, dim=1)` can be 0, as a gradient can
    # fixed (unsafe): torch.sqrt(torch.clamp(torch.sum(slopes**2, dim=1), min=1e-10))
    # or (unsafe): torch.sqrt(torch.sum(slopes**2, dim=1) + 1e-8)
    return ((length - 1) ** 2).mean() + ((slopes.norm(2, dim=1) - 1) ** 2).mean()
