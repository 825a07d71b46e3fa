"""An exponent that is trained is no whole number; one that is an integer is, and so may be what somebody passes."""

import tensorflow as tf
import torch
from torch import nn

degree = tf.compat.v1.placeholder(tf.int32, [])
share = tf.compat.v1.placeholder(tf.float32, [])


def powers(x):
    return (-tf.nn.relu(x)) ** degree, (-tf.nn.relu(x)) ** share
    #                                  ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(-tf.nn.relu(x))` comes from a ReLU, and nothing keeps it at 0 or above: (-1) ** 0.5 is NaN


class Power(nn.Module):
    def __init__(self):
        super().__init__()
        self.p = nn.Parameter(torch.zeros(1))
        self.q = nn.Parameter(torch.ones(1))

    def forward(self, x):
        return (-torch.relu(x)) ** self.p + (-torch.relu(x)) ** self.q
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(-torch.relu(x))` comes from a ReLU, and nothing keeps it at 0 or above: (-1) ** 0.5 is NaN
        #                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(-torch.relu(x))` comes from a ReLU, and nothing keeps it at 0 or above: (-1) ** 0.5 is NaN


def focal(p, gamma=2.0):
    return (1 - p) ** gamma


def scaled(x, gamma=2.0):
    return (-torch.relu(x)) ** gamma


def scaled_by_some(x, gamma):
    return (-torch.relu(x)) ** gamma


def scaled_by_several(x, given):
    return scaled_by_some(x, 0.5), scaled_by_some(x, 1.5), scaled_by_some(x, given)
