"""A sum over one-hot vectors is 0 for a class that does not occur; one along them picks an entry, wherever they stand."""

import torch
import torch.nn.functional as F


def for_each_class_of_a_transposed_matrix(labels, x):
    hot = F.one_hot(labels, 10).t()
    return torch.log((hot * torch.sigmoid(x)).sum(1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…).sum(…)` can be 0, as a one-hot vector is everywhere but at one index: log(0) is -inf; keep it above 0


def for_each_class_of_a_batch(labels, x):
    hot = F.one_hot(labels, 10).permute(2, 0, 1)
    return torch.log((hot * torch.exp(x)).sum(-2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…).sum(…)` can be 0, as a one-hot vector is everywhere but at one index: log(0) is -inf; keep it above 0


def along_the_vectors(labels, x):
    hot = F.one_hot(labels, 10)
    return torch.log((hot * torch.exp(x)).sum(-1))


def along_the_vectors_with_an_axis_behind(labels, x):
    hot = F.one_hot(labels, 10).unsqueeze(-1)
    return torch.log((hot * torch.exp(x)).sum(-2))


def along_the_axis_behind(labels, x):
    hot = F.one_hot(labels, 10).unsqueeze(-1)
    return torch.log((hot * torch.exp(x)).sum(-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `(…).sum(…)` can be 0, as a one-hot vector is everywhere but at one index: log(0) is -inf; keep it above 0
