"""A mask behind a quotient bounds the infinity on the side on which its sign lets it come."""

import torch


def halved(z):
    p = torch.softmax(z, -1)
    return torch.clamp(torch.log(p) / 2, min=-10)
    #                  ^^^^^^^^^^^^ NAN202 warning: `torch.clamp(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def turned(z):
    p = torch.softmax(z, -1)
    return torch.clamp(torch.log(p) / -2, max=10)
    #                  ^^^^^^^^^^^^ NAN202 warning: `torch.clamp(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def turned_and_bounded_on_the_other_side(z):
    p = torch.softmax(z, -1)
    return torch.clamp(torch.log(p) / -2, min=-10)
    #                  ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # removes: p = torch.softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
