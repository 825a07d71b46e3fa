"""What a caller passes in double precision is computed in double precision, whatever another caller passes."""

import torch


def entropy(p):
    return -torch.log(1 + 1e-12 - p).sum()


def in_double(x):
    return entropy(torch.softmax(x.double(), -1))


def far_from_one(x):
    return entropy(torch.tanh(x.float()) * 0.4)


def entropy_of_either(p):
    return -torch.log(1 + 1e-12 - p).sum()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + 1e-12` masks nothing: 1 + 1e-12 is exactly 1 in float32


def either(x):
    return entropy_of_either(torch.softmax(x.double(), -1)) + entropy_of_either(torch.softmax(x.float(), -1))


def guarded(p):
    if (p > 0).all():
        return torch.log(p)
    return p


def both_guarded(x):
    return guarded(torch.softmax(x.double(), -1)) + guarded(torch.softmax(x.float(), -1))
