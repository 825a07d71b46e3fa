# What is only compared may be -inf, through a few names; of more it is not asked.

import torch


def accepted(n, log_ratio):
    log_u = torch.log(torch.rand(n))
    shifted = log_u - 1
    kept = shifted
    return kept < log_ratio


def too_far(n, log_ratio):
    first = torch.log(torch.rand(n))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(n)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.rand(n), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.rand(n) + 1e-8)
    # from: `torch.rand(n)` made here, exactly 0 in float32 in one draw of ten million or so
    second = first - 1
    third = second - 1
    fourth = third - 1
    return fourth < log_ratio
