# A sigmoid of something unknown is 0 for inputs far out only: a guess for a gate, none for a loss, and of a schedule of
# noise, which stays within its bounds, not worth a word.

import torch
from torch import nn


def signal(log_snr):
    return torch.sqrt(torch.sigmoid(log_snr)), torch.sqrt((-log_snr).sigmoid())


def denoised(x, noise, log_snr_padded):
    alpha, sigma = torch.sqrt(log_snr_padded.sigmoid()), torch.sqrt((-log_snr_padded).sigmoid())
    return (x - sigma * noise) / alpha


def learned(net, t):
    logsnr = nn.Linear(1, 1)(t)
    return torch.sqrt(torch.sigmoid(logsnr))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.sigmoid(logsnr)` is a sigmoid


def likelihood(log_snr):
    return torch.log(torch.sigmoid(log_snr))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(log_snr)` is a sigmoid


def opened(gain):
    return torch.sqrt(torch.sigmoid(gain))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `torch.sigmoid(gain)` is a sigmoid


def gated(x, y):
    gate = torch.sigmoid(x)
    return y / gate
    #      ^^^^^^^^ NAN102 information: `gate` is a sigmoid


def loss(x):
    return -torch.log(torch.sigmoid(x))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(x)` is a sigmoid
