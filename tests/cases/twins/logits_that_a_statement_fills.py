# What a statement writes into logits without binding them anew makes them -inf as well: 0 times that is NaN.

import torch
from torch import nn


def data(logits, m):
    logits.data[~m] = float("-inf")
    p = torch.softmax(logits, -1)
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(logits, -1)
    # or (unsafe): nn.functional.cross_entropy(logits, p, reduction="none")


def index(logits, idx):
    logits.index_fill_(1, idx, float("-inf"))
    p = torch.softmax(logits, -1)
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(logits, -1)
    # or (unsafe): nn.functional.cross_entropy(logits, p, reduction="none")


def row(logits, idx):
    logits[0].index_fill_(0, idx, float("-inf"))
    p = torch.softmax(logits, -1)
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(logits, -1)
    # or (unsafe): nn.functional.cross_entropy(logits, p, reduction="none")


def finite(logits, m):
    logits.data[~m] = -100.0
    p = torch.softmax(logits, -1)
    return -(p * torch.log(p)).sum(-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(logits, -1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): nn.functional.cross_entropy(logits, p, reduction="none")
