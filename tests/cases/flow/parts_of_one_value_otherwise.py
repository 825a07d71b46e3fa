"""A difference of two parts of one value is as unbounded as they are, whatever takes the parts: the loss of a reward model."""

import tensorflow as tf
import torch
from torch import nn


class Reward(nn.Module):
    def __init__(self):
        super().__init__()
        self.linear = nn.Linear(3, 1)

    def sliced(self, x):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r[::2] - r[1::2]))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(r[…] - r[…])` is a sigmoid, exactly 0 for inputs below -89: log(0) is -inf; keep it above 0

    def rolled(self, x):
        r = self.linear(x)
        # FIXME: a warning, in each of these
        return -torch.log(torch.sigmoid(r - r.roll(1, 0)))

    def flipped(self, x):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r - r.flip(0)))

    def each_with_each(self, x):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r.unsqueeze(0) - r.unsqueeze(1)))

    def narrowed(self, x):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r.narrow(0, 0, 4) - r.narrow(0, 4, 4)))

    def gathered(self, x, i, j):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r.gather(0, i) - r.gather(0, j)))

    def selected(self, x, i, j):
        r = self.linear(x)
        return -torch.log(torch.sigmoid(r.index_select(0, i) - r.index_select(0, j)))


class InTensorFlow(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.dense = tf.keras.layers.Dense(1)

    def call(self, x, i, j):
        r = self.dense(x)
        # FIXME: a warning
        return -tf.math.log(tf.sigmoid(tf.gather(r, i) - tf.gather(r, j)))
