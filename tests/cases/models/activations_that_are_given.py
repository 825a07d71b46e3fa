"""An activation is what an attribute holds, whether a constructor set it, a default of its parameter, or the class."""

import tensorflow as tf
import torch
import torch.nn.functional as F
from torch import nn


def positive(x):
    return F.softplus(x) + 1e-3


class ByDefault(nn.Module):
    def __init__(self, activation=positive):
        super().__init__()
        self.inner = nn.Linear(3, 4)
        self.activation = activation

    def forward(self, x):
        return torch.log(self.activation(self.inner(x)))


class OfTheClass(nn.Module):
    activation = staticmethod(lambda x: F.softplus(x) + 1e-3)

    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(3, 4)

    def forward(self, x):
        return torch.log(self.activation(self.inner(x)))


class OfAFramework(nn.Module):
    activation = staticmethod(F.softplus)

    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(3, 4)

    def forward(self, x):
        return torch.log(self.activation(self.inner(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.activation(…)` is a softplus, exactly 0 for inputs below -103: log(0) is -inf; keep it above 0


class ByHand(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Linear(3, 4)
        self.activation = positive

    def forward(self, x):
        return torch.log(self.activation(self.inner(x)))


class OfAFrameworkByDefault(nn.Module):
    def __init__(self, inner, activation=F.relu):
        super().__init__()
        self.inner, self.activation = inner, activation

    def forward(self, x):
        return x / self.activation(self.inner(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `self.activation(…)` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


class ALayerByDefault(nn.Module):
    def __init__(self, inner, act=nn.Sigmoid()):
        super().__init__()
        self.inner, self.act = inner, act

    def forward(self, x):
        return torch.log(self.act(self.inner(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.act(self.inner(x))` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0


class ALayersClassByDefault(nn.Module):
    def __init__(self, inner, kind=nn.Softplus):
        super().__init__()
        self.inner, self.act = inner, kind()

    def forward(self, x):
        return torch.log(self.act(self.inner(x)))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.act(self.inner(x))` is a softplus, exactly 0 for inputs below -103: log(0) is -inf; keep it above 0


class InKeras(tf.keras.layers.Layer):
    def __init__(self, gate=tf.nn.sigmoid):
        super().__init__()
        self.gate = gate

    def call(self, x):
        return tf.math.log(self.gate(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.gate(x)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0


def in_a_function(x, squash=lambda z: torch.sigmoid(z) + 1e-6):
    return torch.log(squash(x))


def in_a_function_of_a_framework(x, squash=torch.sigmoid):
    return torch.log(squash(x))
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `squash(x)` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0


def given_another(x, squash=torch.sigmoid):
    return torch.log(squash(x))


def calling(x):
    return given_another(x, torch.exp)


def none_by_default(x, squash=None):
    return torch.log(squash(x))
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `squash(x)` stays above 0: log(0) is -inf


def unknown(x, squash):
    return torch.log(squash(x))
    #      ^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `squash(x)` stays above 0: log(0) is -inf


def of_a_dtype(x, dtype=torch.float32):
    return torch.log(x.to(dtype))
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `x.to(dtype)` stays above 0: log(0) is -inf
