"""What a test passes are examples: they say nothing of what training passes, and a default counts as ever."""

import numpy as np
import torch


def threshold(scores, share: float = 0.995):
    return scores["lp"] >= np.log(share)


def scaled(x, p):
    return torch.log(p) * x
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0
    # fixed: torch.log(torch.clamp(p, min=1e-10))


def trained(x):
    return torch.log(x)
    #      ^^^^^^^^^^^^ NAN101 warning: `x` is a ReLU
    # fixed: torch.log(torch.clamp(x, min=1e-10))
    # or (unsafe): torch.log(x + 1e-8)


def shared(x, p):
    return torch.log(p) * x
    #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf


class Loss(torch.nn.Module):
    def forward(self, x):
        return torch.log(x)
        #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf
