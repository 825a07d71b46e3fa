# The variance of a diffusion's first step is 0: who puts the second in its place has seen to it, in each spelling.

import numpy as np
import torch


def appended(v):
    return np.log(np.append(v[1], v[1:]))


def joined(v):
    return torch.log(torch.cat([v[1:2], v[1:]]))


def given_an_axis(v):
    return torch.log(torch.cat((v[1].unsqueeze(0), v[1:]), dim=0))


def held(v):
    clipped = np.hstack([v[1], v[1:]])
    return np.log(clipped)


def of_another(v, w):
    return torch.log(torch.cat([w[1:2], v[1:]]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.cat([w[1:2], v[1:]])` stays above 0: log(0) is -inf


def the_first_too(v):
    return torch.log(torch.cat([v[0:1], v[1:]]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.cat([v[0:1], v[1:]])` stays above 0: log(0) is -inf


def the_third(v):
    return torch.log(torch.cat([v[1:2], v[2:]]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.cat([v[1:2], v[2:]])` stays above 0: log(0) is -inf


def alone(v):
    return torch.log(torch.cat([v[1:]]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.cat([v[1:]])` stays above 0: log(0) is -inf


def stacked(v):
    return torch.log(torch.dot(v[1], v[1:]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.dot(v[1], v[1:])` stays above 0: log(0) is -inf
