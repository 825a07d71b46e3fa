# A parameter hides the import of the same name.

import torch


def run(torch, x):
    return torch.log(torch.softmax(x, 0))


def other(log, x):
    return log(torch.softmax(x, 0))
