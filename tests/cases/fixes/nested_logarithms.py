# Of two logarithms, one in the other, each is masked for itself.

import torch


def gumbel(x):
    u = torch.rand_like(x)
    return -torch.log(-torch.log(u))
    #                  ^^^^^^^^^^^^ NAN101 warning: `u` is a uniform random number
    # fixed: torch.log(torch.clamp(u, 1e-10, 1.0))


def twice(x):
    p = torch.sigmoid(x)
    return torch.log(-torch.log(p))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `-torch.log(p)` can be 0 where a sigmoid is exactly 1 (for inputs above 17)
    #                 ^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0
