"""A root that is written into what it is taken of leaves nothing to choose among before it."""

import torch


def written_over(x):
    n = torch.softmax(x, -1)
    return torch.where(n > 0, torch.sqrt_(n), 0.0).sum().backward()
    #                         ^^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed (unsafe): torch.sqrt_(n.clamp_(1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def beside_it(x):
    n = torch.softmax(x, -1)
    return torch.where(n > 0, torch.sqrt(n), 0.0).sum().backward()
    #                         ^^^^^^^^^^^^^ NAN302 warning: `torch.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed: torch.sqrt(torch.where(n > 0, n, 1.0))
    # or (unsafe): torch.sqrt(torch.clamp(n, 1e-10, 1.0))
    # or (unsafe): torch.sqrt(n + 1e-8)
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
