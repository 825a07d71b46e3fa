# Of masked logits the log softmax is -inf; where one logit leads it is 0. What each of the two does to a product differs.

import torch


def quotient(z, m):
    lp = torch.log_softmax(z.masked_fill(m, float("-inf")), -1)
    w = 1 / lp
    #   ^^^^^^ NAN102 warning: `lp` is a log softmax and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    # or (unsafe): 1 / torch.where(torch.abs(lp) < 1e-7, 1.0, lp)
    # from: `torch.log_softmax(z.masked_fill(m, float("-inf")), -1)` made here, exactly 0 in float32 once one logit leads the others by 17
    return lp * w
    #      ^^^^^^ NAN107 warning: `lp` is -inf for masked logits, and `w` is 0 there: 0 * Inf is NaN; use a finite mask
    # fixed (unsafe): z.masked_fill(m, -1e9)
    # adds: -1e9
    # from: `torch.log_softmax(z.masked_fill(m, float("-inf")), -1)` made here, values in [-inf, 0]


def logarithm(z, m):
    lp = torch.log_softmax(z.masked_fill(m, float("-inf")), -1)
    return lp * torch.log(-lp)
    #           ^^^^^^^^^^^^^^ NAN101 warning: `-lp` can be 0, as a log softmax is once one logit leads the others by 17: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(-lp, min=1e-10))
    # or (unsafe): torch.log((-lp) + 1e-8)
    # from: `torch.log_softmax(z.masked_fill(m, float("-inf")), -1)` made here, exactly 0 in float32 once one logit leads the others by 17
