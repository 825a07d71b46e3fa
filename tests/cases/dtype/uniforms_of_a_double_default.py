"""Where the default dtype is double a uniform number is: 0 once in 2**53 draws, and no finding."""

import torch

torch.set_default_dtype(torch.float64)


def gumbel(n):
    u = torch.rand(n)
    # FIXME: nothing: the message says itself that nobody meets it
    return -torch.log(-torch.log(u))
    #                  ^^^^^^^^^^^^ NAN101 warning: `u` is a uniform random number, exactly 0 in one draw of 10^16 or so: log(0) is -inf; keep it above 0
