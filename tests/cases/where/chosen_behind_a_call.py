# Where no derivative is taken, what a condition on the operand leaves out does no harm, whatever is made of it meanwhile.

import torch


@torch.no_grad()
def information(z, in_bits):
    p = torch.softmax(z, dim=-1)
    return torch.where(p > 0, in_bits(torch.log(p)), 0.0)


@torch.no_grad()
def information_of_others(z, q, in_bits):
    p = torch.softmax(z, dim=-1)
    return torch.where(q > 0, in_bits(torch.log(p)), 0.0)
    #                                 ^^^^^^^^^^^^ NAN101 information: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, dim=-1)
    # removes: p = torch.softmax(z, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
