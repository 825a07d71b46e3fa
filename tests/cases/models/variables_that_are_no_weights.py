# A parameter is a matrix of weights, of any sign, if its name says so; a scale or a temperature is not.

import tensorflow as tf
import torch
from torch import nn


class Scaled(nn.Module):
    def __init__(self):
        super().__init__()
        self.temperature = nn.Parameter(torch.tensor(1.0))
        self.scale = nn.Parameter(torch.ones(10))
        self.weight = nn.Parameter(torch.zeros(10))

    def forward(self, x):
        return x / self.temperature, torch.log(self.scale), torch.log(self.weight)
        #                            ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows
        #                                                   ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.weight` is a variable that starts at 0


rate = tf.Variable(0.1)
std = tf.compat.v1.get_variable("std", [1], trainable=False)
logs = tf.math.log(rate), tf.math.log(std)
#      ^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows
#                         ^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows
