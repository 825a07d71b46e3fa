# A loss of boxes calls what measures their distance, and that what measures their overlap: the union of two empty boxes is 0.
import torch


def overlap(one, other):
    size = one[..., 2] * one[..., 3]
    others = other[..., 2] * other[..., 3]
    low = torch.maximum(one[..., :2], other[..., :2])
    high = torch.minimum(one[..., 2:], other[..., 2:])
    sides = (high - low).clamp(min=0)
    inter = sides[..., 0] * sides[..., 1]
    return inter / (size + others - inter)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(size + others - inter)` can be 0 where the part is the whole: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing


def distance(one, other):
    centre = ((one[..., :2] - other[..., :2]) ** 2).sum(-1)
    return 1 - overlap(one, other) + centre


def box_loss(predicted, target):
    return distance(predicted, target).mean()


# Silent: with an epsilon, and where nothing is trained.
def overlap_with_an_epsilon(one, other):
    size = one[..., 2] * one[..., 3]
    others = other[..., 2] * other[..., 3]
    inter = torch.minimum(size, others)
    return inter / (size + others - inter + 1e-7)


def distance_with_an_epsilon(one, other):
    return 1 - overlap_with_an_epsilon(one, other)


def other_loss(predicted, target):
    return distance_with_an_epsilon(predicted, target).mean()


def measured(one, other):
    size = one[..., 2] * one[..., 3]
    others = other[..., 2] * other[..., 3]
    inter = torch.minimum(size, others)
    return inter / (size + others - inter)


def recall(boxes, targets):
    return (measured(boxes, targets) > 0.5).float().mean()
