# In half precision 1e-8 is 0 and masks nothing, 1e-4 does, and a softmax underflows much sooner.

import torch


def half(x):
    p = torch.softmax(x.half(), -1)
    reveal_range(p)  # [0, 1] float16 takes 0, 1
    a = torch.log(p + 1e-8)
    #   ^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-8` masks nothing: 1e-8 is 0 in float16
    # fixed: torch.log(p + 1e-4)
    b = torch.log(p + 1e-4)
    #   ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-4` keeps the logarithm of a softmax finite
    c = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 17: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-4, 1.0))
    # or (unsafe): torch.log_softmax(logits, -1)
    return a, b, c
