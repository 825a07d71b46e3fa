# A sum of densities is 0 where all of them underflow; of one that has something beside them nothing is told.

import torch
import torch.nn.functional as F


def loss(x, a, b):
    weighted = torch.log((F.softplus(a) * torch.exp(x)).sum(-1))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(F.softplus(a) * torch.exp(x)).sum(-1)` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp((F.softplus(a) * torch.exp(x)).sum(-1), min=1e-10))
    # or (unsafe): torch.log((F.softplus(a) * torch.exp(x)).sum(-1) + 1e-8)
    averaged = torch.log((F.softplus(b) * (torch.exp(x).float() * F.softplus(a))).mean(-1).double())
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(F.softplus(…) * (…)).mean(-1).double()` stays above 0: log(0) is -inf
    # fixed (unsafe): torch.log(torch.clamp((F.softplus(b) * (torch.exp(x).float() * F.softplus(a))).mean(-1).double(), min=1e-10))
    # or (unsafe): torch.log((F.softplus(b) * (torch.exp(x).float() * F.softplus(a))).mean(-1).double() + 1e-8)
    beside = torch.log((F.softplus(a) + (torch.exp(x) * F.softplus(b))).mean(-1))
    return weighted + averaged + beside
