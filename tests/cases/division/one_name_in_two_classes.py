"""What an object holds under a name is its own: a class that sets the same name to something else says nothing of it.

Unless one inherits the other, or a third one both, or the name is set from outside.
"""

import tensorflow as tf
import torch
from torch import nn


class Buffer(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.register_buffer("s", torch.linspace(0, 5, n))

    def forward(self, d):
        return d / self.s
        #      ^^^^^^^^^^ NAN102 warning: `self.s` holds 0: x / 0 is Inf or NaN; keep it away from 0


class Assigned(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.grid = torch.linspace(0, 5, n)

    def forward(self, d):
        return d / self.grid
        #      ^^^^^^^^^^^^^ NAN102 warning: `self.grid` holds 0: x / 0 is Inf or NaN; keep it away from 0


class InKeras(tf.keras.layers.Layer):
    def __init__(self, n):
        super().__init__()
        self.steps = tf.linspace(0.0, 5.0, n)

    def call(self, d):
        return tf.math.log(self.steps) * d
        #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.steps` holds 0: log(0) is -inf; keep it above 0


class Frozen(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.s = nn.Parameter(torch.ones(n), requires_grad=False)
        self.grid = nn.Parameter(torch.ones(n), requires_grad=False)
        self.steps = tf.ones(3)
        self.both = torch.ones(n)

    def forward(self, d):
        return d / self.s + d / self.grid


class Base(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.knots = torch.linspace(0, 5, n)

    def forward(self, d):
        return d / self.knots


class Safe(Base):
    def __init__(self, n):
        super().__init__(n)
        self.knots = torch.linspace(1, 5, n)


class Left(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.mixed = torch.linspace(0, 5, n)

    def forward(self, d):
        return d / self.mixed


class Right(nn.Module):
    def prepare(self):
        self.mixed = torch.ones(5)


class Both(Left, Right):
    pass


class Given(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.both = torch.linspace(0, 5, n)

    def forward(self, d):
        return d / self.both


def prepare(given):
    given.both = torch.ones(5)
