"""A setting that is given numbers of either sign leaves it open which way an exponential goes, one of one sign does not."""

import torch


def hinge(d, t=1.0):
    return torch.log(1 + torch.exp(-t * d**2))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand: where `torch.exp(-t * d**2)` overflows, it is Inf; use PyTorch's own


def hinges(d):
    return hinge(d, -1.0) + hinge(d, 2.0)


def falling(d, t=1.0):
    return torch.log(1 + torch.exp(-t * d**2))
