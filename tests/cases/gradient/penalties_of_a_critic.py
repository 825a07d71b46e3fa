"""The norm of a gradient that is differentiated again is a penalty; a root of something else of it is possible."""

import torch


def squares(critic, x):
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    n = torch.sqrt((g**2).sum(-1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(g**2).sum(-1)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp((g**2).sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt((g**2).sum(-1) + 1e-8)
    # from: `torch.autograd.grad(critic(x).sum(), x, create_graph=True)` made here, exactly 0 where the output does not react to the input
    return ((n - 1) ** 2).mean()


def absolutes(critic, x):
    g = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    n = torch.sqrt(g.abs().sum(-1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `g.abs().sum(-1)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): torch.sqrt(torch.clamp(g.abs().sum(-1), min=1e-10))
    # or (unsafe): torch.sqrt(g.abs().sum(-1) + 1e-8)
    # from: `torch.autograd.grad(critic(x).sum(), x, create_graph=True)` made here, exactly 0 where the output does not react to the input
    # from: `g.abs()` made here, values in [0, inf]
    return ((n - 1) ** 2).mean()
