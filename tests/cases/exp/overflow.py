# An exponential overflows where its bound is too high for the dtype; what is unbounded is information.

import tensorflow as tf
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(10, 10)

    def forward(self, x):
        return torch.exp(self.fc(x))
        #      ^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `self.fc(x)` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32


def bound_too_high(x):
    return torch.exp(torch.clamp(x, -100.0, 100.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(x, -100.0, 100.0)` can be 100: exp overflows to Inf in float32; bound it


def bound_too_high_in_half(x):
    return torch.exp(torch.clamp(x.half(), max=20.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `torch.clamp(x.half(), max=20.0)` can be 20: exp overflows to Inf in float16; bound it


def quiet(x, logits):
    shifted = logits - tf.reduce_max(logits)
    return torch.exp(x), tf.exp(shifted), tf.exp(tf.clip_by_value(logits, -87, 87)), torch.exp(-torch.relu(x))
