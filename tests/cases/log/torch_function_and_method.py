# In PyTorch the logarithm is a function and a method, and so is the softmax.

import torch
import torch.nn.functional as F


def entropy(logits):
    p = F.softmax(logits, dim=-1)
    return -(p * p.log()).sum(-1)
    #            ^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0
    # fixed: F.log_softmax(logits, dim=-1)
    # or: p.clamp(1e-10, 1.0).log()
    # or (unsafe): F.cross_entropy(logits, p, reduction="none")
    # from: `F.softmax(logits, dim=-1)` made here, exactly 0 in float32 once a logit trails the largest by 104


def nll(logits, target):
    return F.nll_loss(torch.log(torch.softmax(logits, 1)), target)
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(logits, 1)` is a softmax
    # fixed: torch.log_softmax(logits, 1)
    # or: torch.log(torch.clamp(torch.softmax(logits, 1), 1e-10, 1.0))
    # from: `torch.softmax(logits, 1)` made here, exactly 0 in float32 once a logit trails the largest by 104
