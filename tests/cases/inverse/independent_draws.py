# Two independent draws are never parallel, and differences of such in double precision never 0: what they are handed to
# says nothing of that.

import torch


def slerp(z1, z2, a):
    # FIXME: independent draws are nearly at right angles
    theta = torch.acos(torch.sum(z1 * z2) / (torch.norm(z1) * torch.norm(z2)))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `torch.sum(…) / (…)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1
    return torch.sin((1 - a) * theta) / torch.sin(theta) * z1 + torch.sin(a * theta) / torch.sin(theta) * z2


def interpolate(model):
    return model(slerp(torch.randn(1, 3, 32, 32), torch.randn(1, 3, 32, 32), 0.5))


def ratio(boxes):
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    # FIXME: no difference of draws in double precision is 0
    return torch.atan(width / height).sum()
    #                 ^^^^^^^^^^^^^^ NAN102 warning: `height` comes from a normal random number, and nothing keeps it away from 0: x / 0 is Inf or NaN


loss = ratio(torch.randn(40, 4).double())
