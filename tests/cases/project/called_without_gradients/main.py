# Of two helpers one is called by another file under `no_grad` only, the other for training.

import torch


def tempered(z):
    return torch.sqrt(torch.softmax(z, -1))


def trained(z):
    return torch.sqrt(torch.softmax(z, -1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.softmax(z, -1)` is a softmax
