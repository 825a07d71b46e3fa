# A branch that asks whether an epsilon is above 0 is entered where all that is known of the epsilon is; then nothing goes past it.

import tensorflow as tf
import torch
from torch import nn

TINY = 1e-12


class Constant(nn.Module):
    def __init__(self):
        super().__init__()
        self.eps = 1e-6

    def forward(self, x):
        s = torch.relu(x).sum(-1)
        if self.eps > 0:
            s = s + self.eps
        return torch.log(s)


class Default(nn.Module):
    def __init__(self, eps=1e-6):
        super().__init__()
        self.eps = eps

    def forward(self, x):
        s = torch.relu(x).sum(-1)
        if self.eps:
            s += self.eps
        return torch.log(s)


class OfTheClass(tf.keras.layers.Layer):
    smooth = 1e-5

    def call(self, x):
        s = tf.reduce_sum(tf.nn.relu(x), -1)
        if self.smooth != 0:
            s = s + self.smooth
        return tf.math.log(s)


class Missing(nn.Module):
    def __init__(self, eps=None):
        super().__init__()
        self.eps = eps

    def forward(self, x):
        s = torch.relu(x).sum(-1)
        if self.eps is not None:
            s = s + self.eps
        return torch.log(s)
        #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less


class Zero(nn.Module):
    def __init__(self):
        super().__init__()
        self.eps = 0.0

    def forward(self, x):
        s = torch.relu(x).sum(-1)
        if self.eps > 0:
            s = s + self.eps
        return torch.log(s)
        #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less


class SwitchedOff:
    def __init__(self):
        self.eps = 1e-6

    def off(self):
        self.eps = 0.0

    def __call__(self, x):
        s = torch.relu(x).sum(-1)
        if self.eps > 0:
            s = s + self.eps
        return torch.log(s)
        #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less


def of_a_constant(x):
    s = torch.relu(x)
    if 0 < TINY:
        s = s + TINY
    return torch.log(s)


def of_a_parameter(x, eps=1e-6):
    s = torch.relu(x).sum(-1)
    if eps > 0:
        s = s + eps
    return torch.log(s)


def in_a_loop_that_may_not_run(x, n, eps=1e-6):
    s = torch.relu(x).sum(-1)
    for _ in range(n):
        if eps > 0:
            s = s + eps
    return torch.log(s)
    #      ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less


def of_something_else(x, y, eps=1e-6):
    s = torch.relu(x)
    if eps > 0:
        y = y + eps
    return torch.log(s) + y
    #      ^^^^^^^^^^^^ NAN101 warning: `s` is a ReLU
