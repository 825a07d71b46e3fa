# What a layer calls has the same twin, with the axis that the layer was told where it was made.

import keras
import tensorflow as tf
import torch
from keras import ops
from torch import nn

activation = nn.Softmax(dim=1)
scores = keras.layers.Softmax(axis=1)


class Policy(nn.Module):
    def __init__(self, kind):
        super().__init__()
        self.softmax = nn.Softmax(-1)
        self.gate = nn.Sigmoid()
        self.guess = nn.Softmax()
        self.either = nn.Softmax(dim=1) if kind else nn.Sigmoid()
        self.axis = 1
        self.along = nn.Softmax(self.axis)

    def entropy(self, logits):
        p = self.softmax(logits)
        return -(p * torch.log(p)).sum()
        #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
        # fixed: torch.log_softmax(logits, dim=-1)
        # or: torch.log(torch.clamp(p, 1e-10, 1.0))
        # or (unsafe): nn.functional.cross_entropy(logits, p, reduction="sum")

    def chosen(self, logits, actions):
        p = self.softmax(logits).gather(1, actions)
        return p.log()
        #      ^^^^^^^ NAN101 warning: `p` is a softmax
        # fixed: torch.log_softmax(logits, dim=-1).gather(1, actions)
        # removes: p = self.softmax(logits).gather(1, actions)
        # or: p.clamp(1e-10, 1.0).log()
        # or (unsafe): (p + 1e-8).log()

    def closed(self, x):
        return torch.log(1 - self.gate(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - self.gate(x)` can be 0 where a sigmoid is exactly 1
        # fixed: nn.functional.logsigmoid(-x)
        # or: torch.log(torch.clamp(1 - self.gate(x), 1e-10, 1.0))

    def along_an_axis_that_it_guesses(self, x):
        return torch.log(self.guess(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.guess(x)` is a softmax
        # fixed: torch.log(torch.clamp(self.guess(x), 1e-10, 1.0))
        # or (unsafe): torch.log(self.guess(x) + 1e-8)

    def along_an_axis_that_is_no_number(self, x):
        return torch.log(self.along(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.along(x)` is a softmax
        # fixed: torch.log(torch.clamp(self.along(x), 1e-10, 1.0))
        # or (unsafe): torch.log(self.along(x) + 1e-8)

    def one_of_two(self, x):
        return torch.log(self.either(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.either(x)` is a softmax
        # fixed: torch.log(torch.clamp(self.either(x), 1e-10, 1.0))
        # or (unsafe): torch.log(self.either(x) + 1e-8)

    def moved(self, x, device):
        return torch.log(self.gate.to(device)(x))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.gate.to(device)(x)` is a sigmoid
        # fixed: torch.log(torch.clamp(self.gate.to(device)(x), 1e-10, 1.0))
        # or (unsafe): torch.log(self.gate.to(device)(x) + 1e-8)


def of_the_module(x):
    return torch.log(activation(x)), nn.Softmax(dim=0)(x).log()
    #                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `nn.Softmax(dim=0)(x)` is a softmax
    # fixed: torch.log_softmax(x, dim=0)
    # or: nn.Softmax(dim=0)(x).clamp(1e-10, 1.0).log()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `activation(x)` is a softmax
    # fixed: torch.log_softmax(x, dim=1)
    # or: torch.log(torch.clamp(activation(x), 1e-10, 1.0))


def by_name(x):
    return torch.log(activation(input=x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `activation(input=x)` is a softmax
    # fixed: torch.log(torch.clamp(activation(input=x), 1e-10, 1.0))
    # or (unsafe): torch.log(activation(input=x) + 1e-8)


def of_keras(x):
    return ops.log(scores(x))
    #      ^^^^^^^^^^^^^^^^^^ NAN101 warning: `scores(x)` is a softmax
    # fixed: ops.log_softmax(x, axis=1)
    # or: ops.log(ops.clip(scores(x), 1e-10, 1.0))


def of_keras_in_tensorflow(x):
    p = scores(x)
    return -tf.reduce_sum(p * tf.math.log(p))
    #                         ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: tf.nn.log_softmax(x, axis=1)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # or (unsafe): tf.reduce_sum(tf.nn.softmax_cross_entropy_with_logits(labels=p, logits=x))


def masked_too(x, mask):
    return ops.log(scores(x, mask=mask))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `scores(x, mask=mask)` is a softmax
    # fixed: ops.log(ops.clip(scores(x, mask=mask), 1e-10, 1.0))
    # or (unsafe): ops.log(scores(x, mask=mask) + 1e-8)
