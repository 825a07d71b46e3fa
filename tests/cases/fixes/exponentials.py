# A bound that is too high is lowered to what the dtype bears, where it is written.

import torch


def deviations(log_variance):
    a = torch.exp(torch.clamp(log_variance, -100.0, 100.0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(log_variance, -100.0, 100.0)` is 100, and exp overflows to Inf in float32
    # fixed: torch.exp(torch.clamp(log_variance, -100.0, 30.0))
    b = torch.clamp(log_variance.half(), max=20.0).exp()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(log_variance.half(), max=20.0)` is 20, and exp overflows to Inf in float16
    # fixed: torch.clamp(log_variance.half(), max=5.0).exp()
    c = torch.exp2(torch.clamp(log_variance, max=200.0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(log_variance, max=200.0)` is 200, and exp2 overflows to Inf in float32
    # fixed: torch.exp2(torch.clamp(log_variance, max=40.0))
    return a, b, c
