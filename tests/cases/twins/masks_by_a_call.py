"""What a function called a mask gives may be -inf, and its logarithm then is; of another function nobody thinks so."""

import torch


def masked(scores, n):
    return torch.log(torch.softmax(scores + causal_mask(n), -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(…)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.softmax(scores + causal_mask(n), -1), 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(scores + causal_mask(n), -1)
    # from: `torch.softmax(scores + causal_mask(n), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def biased(scores, n):
    return torch.log(torch.softmax(scores + bias(n), -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(scores + bias(n), -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(scores + bias(n), -1)
    # or: torch.log(torch.clamp(torch.softmax(scores + bias(n), -1), 1e-10, 1.0))
    # from: `torch.softmax(scores + bias(n), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
