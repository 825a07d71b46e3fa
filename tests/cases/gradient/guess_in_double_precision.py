"""A sigmoid in double precision is 0 below -710, where no training leads, and 1 above 37, where it does; cast to single
precision it is 0 below -104."""

import torch


def in_double(x):
    p = torch.sigmoid(x.double())
    return p.logit()
    #      ^^^^^^^^^ NAN105 warning: `p` is a sigmoid, exactly 1 for inputs above 37: logit is infinite at 0 and 1; keep it between them


def of_what_is_far_only(x):
    p = torch.sigmoid(x.double()) * 0.5
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 information: `p` can be 0, as a sigmoid is for inputs below -710


def cast(x):
    p = torch.sigmoid(x.double()).float() * 0.5
    return torch.log(p)
    #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a sigmoid is for inputs below -710
