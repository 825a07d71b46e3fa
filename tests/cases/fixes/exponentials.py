# A bound that is too high is lowered to what the dtype bears, where it is written.

import torch


def deviations(log_variance):
    a = torch.exp(torch.clamp(log_variance, -100.0, 100.0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(log_variance, -100.0, 100.0)` can be 100: exp overflows to Inf in float32; bound it
    # fixed: torch.exp(torch.clamp(log_variance, -100.0, 30.0))
    b = torch.clamp(log_variance.half(), max=20.0).exp()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(log_variance.half(), max=20.0)` can be 20: exp overflows to Inf in float16; bound it
    # fixed: torch.clamp(log_variance.half(), max=5.0).exp()
    c = torch.exp2(torch.clamp(log_variance, max=200.0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(log_variance, max=200.0)` can be 200: exp2 overflows to Inf in float32; bound it
    # fixed: torch.exp2(torch.clamp(log_variance, max=40.0))
    return a, b, c
