"""What a parameter begins with is only read: no derivative goes back to how its first value came about."""

import tensorflow as tf
import torch
from torch import nn


class Recurrent(nn.Module):
    def __init__(self, size):
        super().__init__()
        log_decay = torch.rand(size)
        self.log_decay = nn.Parameter(log_decay)
        gain = torch.sqrt(1 - torch.exp(-torch.exp(log_decay)) ** 2)
        self.gain = nn.Parameter(gain)

    def decay(self):
        return torch.exp(-torch.exp(self.log_decay))

    def forward(self, x):
        return torch.sqrt(1 - self.decay() ** 2) * x * self.gain
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `1 - self.decay() ** 2` comes from an exponential and can be exactly 0: sqrt has an infinite gradient at 0
    # fixed (unsafe): torch.sqrt(torch.clamp(1 - self.decay() ** 2, 1e-10, 1.0))
    # from: `torch.exp(self.log_decay)` made here, values in [0, inf]
    # from: `torch.exp(-torch.exp(self.log_decay))` made here, values in [0, 1.00000048]
    # from: `self.decay()` returned by this call


def first_value(y):
    root = tf.sqrt(tf.nn.softmax(y))
    return tf.Variable(root)


def the_value_itself(y):
    root = tf.sqrt(tf.nn.softmax(y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.nn.softmax(y)` is a softmax and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.clip_by_value(tf.nn.softmax(y), 1e-10, 1.0))
    # or (unsafe): tf.sqrt(tf.nn.softmax(y) + 1e-8)
    # from: `tf.nn.softmax(y)` made here, exactly 0 in float32 once a logit trails the largest by 87
    return tf.Variable(root), root
