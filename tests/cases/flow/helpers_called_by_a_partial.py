"""A helper of which `partial` holds some arguments is called with them, and with what the partial is called with."""

import functools
from functools import partial

import torch
import torch.nn.functional as F
from torch.utils.checkpoint import checkpoint


def angular(c, scale):
    # FIXME: a warning: a cosine similarity is passed
    return scale * torch.acos(c)


def angle(x, y):
    f = partial(angular, scale=2.0)
    return f(F.cosine_similarity(x, y))


def entropy(p, eps):
    # FIXME: a warning: a softmax is passed, and 0.0
    return torch.log(p + eps)
    #      ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p + eps` stays above 0: log(0) is -inf


entropy_of = functools.partial(entropy, eps=0.0)


def loss(x):
    return entropy_of(torch.softmax(x, -1)).mean()


def late(c):
    # FIXME: a warning: what `checkpoint` is given is what it calls it with
    return torch.acos(c)


def again(x, y):
    return checkpoint(late, F.cosine_similarity(x, y))
