# Vectors of length 1 are at most 2 apart: what falls off with their distance does not underflow for any temperature that a
# default sets, and a mean of it is no 0: information, as another one may be set. For one of 100 it does, and for vectors of any
# length.

import torch
import torch.nn.functional as F
from torch import nn


class UniformityLoss(nn.Module):
    def __init__(self, t: float = 2.0, cold: float = 100.0):
        super().__init__()
        self.t = t
        self.cold = cold

    def forward(self, a, b):
        x, y = F.normalize(a), F.normalize(b)

        def spread(x):
            return torch.pdist(x, p=2).pow(2).mul(-self.t).exp().mean().log()
            #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.pdist(x, p=2).pow(2).mul(-self.t).exp().mean()` stays above 0: log(0) is -inf

        return spread(x) + spread(y)

    def between_two(self, a, b):
        x, y = F.normalize(a, dim=1), F.normalize(b, dim=1)
        d = (x - y).norm(dim=1)
        reveal_range(d)  # [0, 2.0000008] float32
        return torch.log(torch.exp(-8 * d**2).mean())

    def to_others(self, a, b):
        d = torch.cdist(F.normalize(a), F.normalize(b))
        return torch.log(torch.exp(-self.t * d).sum(1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.exp(-self.t * d).sum(1)` stays above 0: log(0) is -inf

    def of_a_cold_one(self, a):
        return torch.log(torch.exp(-self.cold * torch.pdist(F.normalize(a))).mean())
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.exp(…).mean()` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp

    def of_any_length(self, a, b):
        return torch.log(torch.exp(-self.t * torch.cdist(a, b)).sum(1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.exp(…).sum(…)` is 0 where all that it adds up underflows: log(0) is -inf; use logsumexp
