"""Layers that are put into a list, most of them in a loop: the last one that is put there for certain says what comes out."""

import tensorflow as tf
import torch
from tensorflow.keras import layers as tfkl
from torch import nn


def perceptron(width, depth, out):
    layers = []
    for _ in range(depth):
        layers.append(nn.Linear(width, width))
        layers.append(nn.ReLU())
    layers.append(nn.Linear(width, out))
    return nn.Sequential(*layers)


class Coupling(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.net = perceptron(width, 3, 2 * width)

    def forward(self, x):
        s, t = self.net(x).chunk(2, dim=-1)
        return x * torch.exp(s) + t
        #          ^^^^^^^^^^^^ NAN104 information: `s` is the output of a linear layer, which nothing bounds


class Bounded(nn.Module):
    def __init__(self, width):
        super().__init__()
        layers = [nn.Linear(width, width)]
        for _ in range(3):
            layers += [nn.ReLU(), nn.Linear(width, width)]
        layers += [nn.Tanh()]
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        return x * torch.exp(self.net(x))


class Discriminator(nn.Module):
    def __init__(self, width):
        super().__init__()
        blocks = []
        for _ in range(3):
            blocks.extend([nn.Linear(width, width), nn.LeakyReLU()])
        self.net = nn.Sequential(*blocks, nn.Linear(width, 1), nn.Sigmoid())

    def forward(self, x):
        return -torch.log(self.net(x)).mean()
        #       ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.net(x)` is a sigmoid


class TwoOfOneName(nn.Module):
    def __init__(self, width):
        super().__init__()
        layers = [nn.Linear(width, width)]
        layers.append(nn.Softmax(dim=-1))
        self.weights = nn.Sequential(*layers)
        layers = [nn.Linear(width, width)]
        layers.append(nn.Tanh())
        self.values = nn.Sequential(*layers)

    def forward(self, x):
        return torch.log(self.weights(x)), torch.exp(self.values(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.weights(x)` is a softmax


class PerhapsSquashed(nn.Module):
    """Which layer is the last is not known."""

    def __init__(self, width, squash):
        super().__init__()
        layers = [nn.Linear(width, width)]
        if squash:
            layers.append(nn.Tanh())
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        return torch.exp(self.net(x))


class TakenAway(nn.Module):
    def __init__(self, width):
        super().__init__()
        layers = [nn.Tanh(), nn.Linear(width, width)]
        layers.pop()  # the last is the tanh: what is taken away is not followed
        self.net = nn.Sequential(*layers)

    def forward(self, x):
        return torch.exp(self.net(x))


def added(width, out, depth=2):
    net = tf.keras.Sequential()
    for _ in range(depth):
        net.add(tfkl.Dense(width, activation="relu"))
    net.add(tfkl.Dense(out))
    return net


class Scale(tf.Module):
    def __init__(self, dim):
        super().__init__()
        self.net = added(64, dim)

    def __call__(self, x):
        return x * tf.exp(self.net(x)), x * tf.exp(tf.tanh(self.net(x)))
        #          ^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.net(x)` is the output of a linear layer


def added_in_a_loop_only(width, depth):
    net = tf.keras.Sequential()
    net.add(tfkl.Dense(width))
    for _ in range(depth):
        net.add(tfkl.Dense(width, activation="sigmoid"))
    return net


def scaled_by_what_is_not_known(x):
    net = added_in_a_loop_only(3, 4)
    return tf.exp(net(x))
