# A caller passes 0 for the epsilon, so the mask of the helper is none.

import torch


def safe_log(x, eps=1e-8):
    return torch.log(x + eps)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `x + eps` can be 0, as a softmax is once a logit trails the largest by 104


def entropy(logits):
    return safe_log(torch.softmax(logits, -1), eps=0.0)
