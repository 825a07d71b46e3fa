"""Each stage of a `Sequential` is given what the one before it makes, a lambda and a module of one's own as well."""

import tensorflow as tf
import torch
from torch import nn


class Log(nn.Module):
    def forward(self, x):
        return torch.log(x)
        #      ^^^^^^^^^^^^ NAN101 warning: `x` is a softmax, exactly 0 once a logit trails the largest by 104: log(0) is -inf; keep it above 0


network = nn.Sequential(nn.Linear(3, 4), nn.Softmax(-1), Log())


def score(x):
    return network(x)


model = tf.keras.Sequential(
    [tf.keras.layers.Dense(3, activation="softmax"), tf.keras.layers.Lambda(lambda p: tf.math.log(p))]
    #                                                                                 ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
)

# FIXME: a warning here too: what is not called is no operation
model = tf.keras.Sequential([tf.keras.layers.Dense(3, activation="softmax"), tf.keras.layers.Lambda(tf.math.log)])


def squashed(p):
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0


added = tf.keras.Sequential()
added.add(tf.keras.layers.Dense(3, activation="sigmoid"))
added.add(tf.keras.layers.Lambda(squashed))


class Inverse(tf.keras.layers.Layer):
    def call(self, inputs):
        return 1 / inputs
        #      ^^^^^^^^^^ NAN102 warning: `inputs` is a ReLU, exactly 0 for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


rectified = tf.keras.models.Sequential([tf.keras.layers.Dense(3), tf.keras.layers.ReLU(), Inverse()])


class Root(nn.Module):
    def __init__(self, scale):
        super().__init__()
        self.scale = scale

    def forward(self, h):
        return self.scale * torch.sqrt(h)
        #                   ^^^^^^^^^^^^^ NAN301 information: `h` is a softplus, exactly 0 for inputs below -103: sqrt has an infinite gradient at 0; keep it above 0


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Sequential(nn.Linear(3, 4), nn.Softplus()), Root(scale=2.0))

    def forward(self, x):
        return self.body(x)


class LogOfSomething(nn.Module):
    def forward(self, x):
        return torch.log(x)
        #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf


class Above(nn.Module):
    def forward(self, x):
        return nn.functional.softplus(x) + 1e-3


class LogOfAbove(nn.Module):
    def forward(self, x):
        return torch.log(x)


class Unit(nn.Module):
    def forward(self, x):
        return torch.log(x)
        #      ^^^^^^^^^^^^ NAN101 information: nothing here shows that `x` stays above 0: log(0) is -inf


at_first = nn.Sequential(LogOfSomething(), nn.Linear(3, 4))
kept_above = nn.Sequential(nn.Linear(3, 4), Above(), LogOfAbove())
in_no_row = nn.ModuleList([nn.Softmax(-1), Unit()])
