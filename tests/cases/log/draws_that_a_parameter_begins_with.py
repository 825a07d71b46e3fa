"""A draw of 0, one in ten million, is met in a training that draws in each step: hardly in a first value."""

import tensorflow as tf
import torch
from torch import nn


class Block(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.log_gain = nn.Parameter(torch.rand(size, 1).log())
    #                                ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `torch.rand(size, 1)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.rand(size, 1).clamp(1e-10, 1.0).log()
    # or (unsafe): (torch.rand(size, 1) + 1e-8).log()
    # from: `torch.rand(size, 1)` made here, exactly 0 in float32 in one draw of ten million or so
        self.rate = tf.Variable(-tf.math.log(tf.random.uniform([3])), trainable=True)
    #                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `tf.random.uniform([3])` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(tf.random.uniform([3]), 1e-10, 1.0))
    # or (unsafe): tf.math.log(tf.random.uniform([3]) + 1e-8)
    # from: `tf.random.uniform([3])` made here, exactly 0 in float32 in one draw of ten million or so

    def forward(self, logits):
        waiting = -torch.log(torch.rand(logits.shape))
    #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand(logits.shape)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.rand(logits.shape), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.rand(logits.shape) + 1e-8)
    # from: `torch.rand(logits.shape)` made here, exactly 0 in float32 in one draw of ten million or so
        return logits * waiting * self.log_gain.exp()


def of_what_is_computed(x):
    return nn.Parameter(torch.log(torch.softmax(x, -1)))
    #                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(x, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(x, -1)
    # or: torch.log(torch.clamp(torch.softmax(x, -1), 1e-10, 1.0))
    # from: `torch.softmax(x, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
