"""Who chooses by the norm reckons with a norm of 0, also where the bound is a setting; of something else nothing follows."""

import torch


def by_a_setting(x, config):
    n = x.norm(dim=-1, keepdim=True)
    return torch.where(n < config.smallest, torch.zeros_like(x), x / n)
    #                                                            ^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed: x / torch.where(n < config.smallest, 1.0, n)
    # or: x / n.clamp(min=1e-6)
    # or (unsafe): x / (n + 1e-8)
    # from: `x.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros


def by_a_number(x):
    n = x.norm(dim=-1, keepdim=True)
    return torch.where(n < 1e-6, torch.zeros_like(x), x / n)
    #                                                 ^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `n` is 0; mask it first
    # fixed: x / torch.where(n < 1e-6, 1.0, n)
    # or: x / n.clamp(min=1e-6)
    # or (unsafe): x / (n + 1e-8)
    # from: `x.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros


def of_something_else(x, flag):
    n = x.norm(dim=-1, keepdim=True)
    return torch.where(flag < 1e-6, torch.zeros_like(x), x / n)
    #                                                    ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / n.clamp(min=1e-6)
    # or (unsafe): x / (n + 1e-8)
    # from: `x.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros


def of_something_else_by_a_setting(x, flag, config):
    n = x.norm(dim=-1, keepdim=True)
    return torch.where(flag < config.smallest, torch.zeros_like(x), x / n)
    #                                                               ^^^^^ NAN102 information: `n` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / n.clamp(min=1e-6)
    # or (unsafe): x / (n + 1e-8)
    # from: `x.norm(dim=-1, keepdim=True)` made here, exactly 0 for a vector of zeros
