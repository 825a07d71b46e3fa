# What is said of the size of a number is said of both of its ends.

import torch
import torch.nn.functional as F


def shrunk(cosine, epsilon=1e-4):
    cosine[torch.abs(cosine) > (1 - epsilon)] = cosine[torch.abs(cosine) > (1 - epsilon)] * (1 - epsilon)
    return cosine


def angle(one, other):
    cosine = F.cosine_similarity(one, other, dim=1)
    return torch.acos(shrunk(cosine))


def angle_at_the_bound(one, other):
    cosine = F.cosine_similarity(one, other, dim=1)
    cosine[cosine.abs() > 0.999] = 0.999
    return torch.acos(cosine)


def angle_of_one_end(one, other):
    cosine = F.cosine_similarity(one, other, dim=1)
    cosine[cosine > 0.999] = cosine[cosine > 0.999] * 0.999
    return torch.acos(cosine)
    #      ^^^^^^^^^^^^^^^^^^ NAN105 warning: `cosine` can be below -1, as a cosine similarity can


def angle_of_the_large(one, other):
    cosine = F.cosine_similarity(one, other, dim=1)
    cosine[cosine.abs() < 0.001] = cosine[cosine.abs() < 0.001] * 2
    return torch.acos(cosine)
    #      ^^^^^^^^^^^^^^^^^^ NAN105 warning: `cosine` is a cosine similarity and can be above 1
