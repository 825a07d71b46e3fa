# Logits that are infinite where an exponential, or a product, overflows are no mask: the twin is as right as ever. Those
# of a logarithm of a mask are.

import torch
import torch.nn.functional as F
from torch import nn


class Coupling(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(8, 8)
        self.scale = nn.Parameter(torch.zeros(8))

    def forward(self, x):
        h = self.out(x) * torch.exp(self.scale * 3)
        #                 ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.scale * 3` comes from a variable that starts at 0
        # fixed (unsafe): torch.exp(torch.clamp(self.scale * 3, max=30.0))
        s = F.sigmoid(h + 2)
        return x * s, torch.log(s).sum()
        #             ^^^^^^^^^^^^ NAN101 warning: `s` is a sigmoid
        # fixed: F.logsigmoid(h + 2)
        # or: torch.log(torch.clamp(s, 1e-10, 1.0))


def masked(x, kept):
    scores = x + torch.log(torch.relu(kept))
    #            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(kept)` is a ReLU
    # fixed: torch.log(torch.clamp(torch.relu(kept), min=1e-10))
    # or (unsafe): torch.log(torch.relu(kept) + 1e-8)
    p = torch.softmax(scores, -1)
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(scores, -1)
