# A sigmoid of something unknown is 0 for inputs far out only: a guess for a gate or a schedule, and none for a loss.

import torch


def signal(log_snr):
    return torch.sqrt(torch.sigmoid(log_snr))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `torch.sigmoid(log_snr)` is a sigmoid


def gated(x, y):
    gate = torch.sigmoid(x)
    return y / gate
    #      ^^^^^^^^ NAN102 information: `gate` is a sigmoid


def loss(x):
    return -torch.log(torch.sigmoid(x))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(x)` is a sigmoid
