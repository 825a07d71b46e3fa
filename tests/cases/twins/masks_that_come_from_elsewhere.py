"""Logits may be -inf where a mask from elsewhere is added or filled in: then p log(p) by the stable function is NaN."""

import torch
from constants import NEG_INF


def masked_by_a_constant_elsewhere(x, mask):
    logits = x.masked_fill(mask, NEG_INF)
    p = torch.softmax(logits, -1)
    return (p * torch.log(p)).sum()
    #           ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(logits, -1)
    # from: `torch.softmax(logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def not_masked(x, mask):
    p = torch.softmax(x, -1)
    return (p * torch.log(p)).sum()
    #           ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def moved_by_a_mask(x, mask):
    p = torch.softmax(x + mask.unsqueeze(1), -1)
    return (p * torch.log(p)).sum()
    #           ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(scores, -1)
    # from: `torch.softmax(x + mask.unsqueeze(1), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def moved_by_what_makes_a_mask(x, get_mask):
    p = torch.softmax(x + get_mask(x), -1)
    return (p * torch.log(p)).sum()
    #           ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(scores, -1)
    # from: `torch.softmax(x + get_mask(x), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def moved_by_a_method_for_a_mask(x, layer):
    p = torch.softmax(x + layer.mask_of(x), -1)
    return (p * torch.log(p)).sum()
    #           ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(scores, -1)
    # from: `torch.softmax(x + layer.mask_of(x), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def moved_by_a_layer(x, layer):
    p = torch.softmax(x + layer(x), -1)
    return (p * (torch.log(p) + 1)).sum(), -(torch.log(p)) * p
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(scores, -1)
    # adds: scores = x + layer(x)
    # adds: scores
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x + layer(x), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    #                                        ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(scores, -1)
    # adds: scores = x + layer(x)
    # adds: scores
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # from: `torch.softmax(x + layer(x), -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
