# A file that only looks at a model says NaN of what it never met, and nobody trains on it. What else it does to its
# values is information.

import torch


def share_found(found, wanted):
    hits = (found == wanted).sum(1)
    return hits / (wanted != 0).sum(1)


def mean_angle(one, other):
    cosine = torch.nn.functional.cosine_similarity(one, other)
    return torch.acos(cosine)
    #      ^^^^^^^^^^^^^^^^^^ NAN105 information: `cosine` is a cosine similarity and can be above 1
