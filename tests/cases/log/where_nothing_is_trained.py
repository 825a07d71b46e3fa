"""Logarithms of what nobody knows in what only measures, or is computed once as a module is made."""

import numpy as np
import tensorflow as tf
import torch
from torch import nn


def mse2psnr(x):
    return -10.0 * tf.math.log(x) / tf.math.log(10.0)
    #              ^^^^^^^^^^^^^^ NAN101 hint: nothing here shows that `x` stays above 0


to_psnr = lambda x: -10.0 * torch.log10(x)
#                           ^^^^^^^^^^^^^^ NAN101 hint: nothing here shows that `x` stays above 0
decibels = lambda x: 10.0 * torch.log10(x)
#                           ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0


def psnr_loss(x):
    return -10.0 * torch.log10(x)
    #              ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0


def inception_score(p):
    # The score of what a model gave: NaN is what people ask about.
    return np.exp(np.sum(p * np.log(p), 1).mean())
    #                        ^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0


def relative_score(p):
    return tf.reduce_sum(p * tf.math.log(p))
    #                        ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0


class Noise(nn.Module):
    def __init__(self, schedule, steps):
        super().__init__()
        kept = schedule(steps)
        keep = lambda name, value: self.register_buffer(name, value.float())
        self.register_buffer("log_noise", torch.log(1.0 - kept))
        keep("log_signal", torch.log(kept))
        #                  ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `kept` stays above 0
        self.share = nn.Parameter(torch.log(kept))
        self.register_buffer("own", torch.log(torch.softmax(kept, -1)))
        #                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(kept, -1)` is a softmax

    def forward(self, x):
        return torch.log(x) + self.log_noise
        #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0
