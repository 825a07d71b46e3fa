"""Where the default dtype is double a uniform number is: 0 once in 2**53 draws, and no finding."""

import torch

torch.set_default_dtype(torch.float64)


def gumbel(n):
    u = torch.rand(n)
    return -torch.log(-torch.log(u))


def single(n):
    return -torch.log(-torch.log(torch.rand(n, dtype=torch.float32)))
    #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(…)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
