# Cosines are above 1 by rounding, and a saturated tanh is 1: an inverse function of them is invalid.

import torch
import torch.nn.functional as F


def angle(a, b):
    return torch.acos(F.cosine_similarity(a, b))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `F.cosine_similarity(a, b)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1


def angle_of_normalised(a, b):
    a, b = F.normalize(a, dim=-1), F.normalize(b, dim=-1)
    return torch.acos((a * b).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `(a * b).sum(-1)` is a cosine similarity


def saturated(x):
    return torch.atanh(torch.tanh(x)), torch.logit(torch.sigmoid(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `torch.tanh(x)` is a tanh
    #                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `torch.sigmoid(x)` is a sigmoid


def masked(a, b, x):
    cosine = F.cosine_similarity(a, b).clamp(-1 + 1e-7, 1 - 1e-7)
    return torch.acos(cosine), torch.logit(torch.sigmoid(x).clamp(1e-6, 1 - 1e-6)), torch.asin(x)
