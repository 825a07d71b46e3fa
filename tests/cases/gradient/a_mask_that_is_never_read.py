"""A mask of a probability that nobody reads says nothing of a root, whose value is right at 0: the usual masks are offered."""

import torch


def shares(x):
    p = torch.softmax(x, -1)
    q = p.clamp(min=1e-12)
    return p.sqrt().mean()
    #      ^^^^^^^^ NAN301 warning: `p` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): p.clamp(1e-10, 1.0).sqrt()
    # or (unsafe): (p + 1e-8).sqrt()
