"""A trained model is asked for directions of features under `no_grad`: a norm of 0 is a hint there, and elsewhere is not.

Texts and images are compared by them, and nothing that is kept becomes NaN. The lines look so wherever CLIP is used.
"""

import torch


def zeroshot(model, texts):
    with torch.no_grad():
        features = model.encode_text(texts)
        features /= features.norm(dim=-1, keepdim=True)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `features.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
        mean = features.mean(dim=0)
        mean /= mean.norm()
    return mean


@torch.no_grad()
def similarity(model, images, texts):
    a = model.encode_image(images)
    a = a / a.norm(dim=-1, keepdim=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `a.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    b = model.encode_text(texts)
    return a @ (b / b.norm(dim=-1, keepdim=True)).T
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `b.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def _one(model, texts):
    b = model(texts)
    return b / b.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 hint: `b.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def all_of(model, batches):
    with torch.no_grad():
        return torch.cat([_one(model, each) for each in batches])


def told(model, texts):
    b = model(texts)
    return b / b.norm(dim=-1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `b.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
