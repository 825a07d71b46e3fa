"""A `where` that chooses among results made before takes those that its condition lets through: no logarithm of 0."""

import torch


def positive_ones(z):
    p = torch.softmax(z, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN302 warning: `torch.where(p > 0, y, 0.0)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.where(p > 0, p, 1.0))
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    kept = torch.where(p > 0, y, 0.0)
    reveal_range(kept)  # [-103.278961, 5.60519386e-45] float32 takes 0
    return kept


def by_a_condition_with_a_name(z):
    p = torch.softmax(z, -1)
    positive = p > 0
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN302 warning: `torch.where(positive, y, 0.0)` masks the value but leaves the gradient NaN where `p` is 0; mask it first
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.where(positive, p, 1.0))
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    kept = torch.where(positive, y, 0.0)
    reveal_range(kept)  # [-103.278961, 5.60519386e-45] float32 takes 0
    return kept


def rebound(z):
    p = torch.softmax(z, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    p = p + 1.0
    kept = torch.where(p > 0, y, 0.0)
    reveal_range(kept)  # [-inf, 5.60519386e-45] float32 takes -inf, 0
    return kept, p


def changed_in_place(z):
    p = torch.softmax(z, -1)
    y = torch.log(p)
    #   ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(z, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(z, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    p.clamp_(1e-6)
    kept = torch.where(p > 0, y, 0.0)
    reveal_range(kept)  # [-inf, 5.60519386e-45] float32 takes -inf, 0
    return kept


def weighted(z):
    p = torch.softmax(z, -1)
    y = p.detach().log()
    return 1 / torch.where(p > 1e-6, y - 1.0, -1.0).exp()
