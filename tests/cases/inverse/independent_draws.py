# Two vectors that were drawn, each for itself, are never parallel, and two numbers that were drawn, or two outputs of a layer,
# are never equal: no rounding takes the cosine past 1, and no difference is 0. Outputs and draws may be parallel for all
# that is known, and two outputs of a ReLU are 0 together.

import jax
import jax.numpy as jnp
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn


def slerp(z1, z2, a):
    theta = torch.acos(torch.sum(z1 * z2) / (torch.norm(z1) * torch.norm(z2)))
    return torch.sin((1 - a) * theta) / torch.sin(theta) * z1 + torch.sin(a * theta) / torch.sin(theta) * z2


def interpolate(model):
    return model(slerp(torch.randn(1, 3, 32, 32), torch.randn(1, 3, 32, 32), 0.5))


def of_arrays(low, high, t):
    angle = np.arccos(np.dot(low / np.linalg.norm(low), high / np.linalg.norm(high)))
    return np.sin((1 - t) * angle) / np.sin(angle) * low + np.sin(t * angle) / np.sin(angle) * high


def walk():
    return of_arrays(np.random.randn(512), np.random.normal(size=512), 0.3)


def by_units(low, high):
    return torch.acos((low / torch.norm(low, dim=1, keepdim=True) * high / torch.norm(high, dim=1, keepdim=True)).sum(1))


def of_two_batches():
    return by_units(torch.randn(8, 512), torch.randn(8, 512))


def from_itself():
    z = torch.randn(8, 512)
    return torch.acos(F.cosine_similarity(z, torch.randn(8, 512))), torch.acos(F.cosine_similarity(z, 2 * z))
    #                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `F.cosine_similarity(z, 2 * z)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1


def to_outputs(model, x):
    return torch.acos(F.cosine_similarity(model(x), torch.randn(8, 512)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN105 warning: `F.cosine_similarity(…)` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1


def ratio(boxes):
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    return torch.atan(width / height).sum()


def by_key(key, x):
    n = jax.random.normal(key, (3,))
    return x / (n[0] - n[1])


class Boxes(nn.Module):
    def __init__(self):
        super().__init__()
        self.corners = nn.Linear(64, 4)

    def forward(self, x):
        corners = self.corners(x)
        return x[:, 0] / (corners[:, 2] - corners[:, 0])

    def of_what_is_cut_off(self, x):
        corners = torch.relu(self.corners(x))
        return x[:, 0] / (corners[:, 2] - corners[:, 0])
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


loss = ratio(torch.randn(40, 4).double())
