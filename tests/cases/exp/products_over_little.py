"""Products over a small temperature may overflow; those of unit vectors do so for certain, and so does a softmax."""

import torch
import torch.nn.functional as F

layer = torch.nn.Linear(8, 8)


def contrast(x, y):
    weights = torch.exp(layer(x) @ layer(y).T / 0.01)
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `layer(…) @ layer…T / 0.01` comes from a matrix product, which nothing bounds: exp overflows to Inf in float32
    loss = weights.mean()
    loss.backward()


def contrast_of_directions(x, y):
    similar = F.normalize(layer(x), dim=-1) @ F.normalize(layer(y), dim=-1).T
    weights = torch.exp(similar / 0.01)
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `similar / 0.01` can be 100 where a cosine similarity is above 1: exp overflows to Inf in float32; bound it
    loss = weights.mean()
    loss.backward()


def weighed_by_its_sum(x):
    weights = torch.exp(layer(x))
    #         ^^^^^^^^^^^^^^^^^^^ NAN104 warning: `layer(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    shares = weights / weights.sum(-1)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `weights.sum(-1)` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0
    shares.mean().backward()


def weighed_by_another(x, other):
    weights = torch.exp(layer(x))
    #         ^^^^^^^^^^^^^^^^^^^ NAN104 information: `layer(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    loss = (weights / other.sum(-1)).mean()
    loss.backward()


def weighing_another(x, other):
    weights = torch.exp(layer(x))
    #         ^^^^^^^^^^^^^^^^^^^ NAN104 information: `layer(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    loss = (other / weights.sum(-1)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `weights.sum(-1)` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0
    loss.backward()
