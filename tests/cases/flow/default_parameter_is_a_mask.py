# A helper masks with its default, or with what the caller passes.

import torch


def safe_log(x, eps=1e-8):
    return torch.log(torch.clamp(x, min=eps))


def entropy(x):
    p = torch.softmax(x, -1)
    return -(p * safe_log(p)).sum(), safe_log(p, eps=1e-6)
