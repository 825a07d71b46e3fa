# A minus turns -inf into Inf before the result is clipped: the bound above catches it, and the one below does not.

import torch


def surprise_loss(z):
    p = torch.softmax(z, dim=-1)
    return torch.clamp(-torch.log(p), max=100.0).mean()
    #                   ^^^^^^^^^^^^ NAN202 warning: `torch.clamp(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, dim=-1)
    # removes: p = torch.softmax(z, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def surprise_above_loss(z):
    p = torch.softmax(z, dim=-1)
    return torch.clamp(-torch.log(p), min=-100.0).mean()
    #                   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, dim=-1)
    # removes: p = torch.softmax(z, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def likelihood_loss(z):
    p = torch.softmax(z, dim=-1)
    return -torch.clamp(+torch.log(p), min=-100.0).mean()
    #                    ^^^^^^^^^^^^ NAN202 warning: `torch.clamp(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, dim=-1)
    # removes: p = torch.softmax(z, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def scaled_loss(z):
    p = torch.softmax(z, dim=-1)
    return torch.minimum(-0.5 * torch.log(p), torch.tensor(100.0)).mean()
    #                           ^^^^^^^^^^^^ NAN202 warning: `torch.minimum(…)` repairs the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, dim=-1)
    # removes: p = torch.softmax(z, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
