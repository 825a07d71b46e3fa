# An operand that is an expression is put whole into the mask, in parentheses only where they are needed.

import torch


def loss(x):
    p = torch.sigmoid(x)
    a = torch.log(1 - p)
    #   ^^^^^^^^^^^^^^^^ NAN101 warning: `1 - p` can be 0 where a sigmoid is exactly 1 (for inputs above 17)
    # fixed: torch.nn.functional.logsigmoid(-x)
    # or: torch.log(torch.clamp(1 - p, 1e-10, 1.0))
    b = (1 - p).log()
    #   ^^^^^^^^^^^^^ NAN101 warning: `(1 - p)` can be 0 where a sigmoid is exactly 1 (for inputs above 17)
    # fixed: torch.nn.functional.logsigmoid(-x)
    # or: (1 - p).clamp(1e-10, 1.0).log()
    c = torch.log(p if p.requires_grad else p * p)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...sigmoid
    # fixed: torch.log(torch.clamp(p if p.requires_grad else p * p, 1e-10, 1.0))
    d = torch.log(-(-p))
    #   ^^^^^^^^^^^^^^^^ NAN101 warning: ...sigmoid
    # fixed: torch.log(torch.clamp(-(-p), 1e-10, 1.0))
    return a, b, c, d
