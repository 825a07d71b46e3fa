# A floor that is put inside of a `with` is believed behind it, and one of an attribute too that each of several branches sets.
# What one object is given and another one is not is no floor, and neither is one that only a branch puts.

import numpy as np
import tensorflow as tf
import torch
from torch import nn


class Gaussian(tf.Module):
    def __init__(self, min_std=1e-6, kind="softplus"):
        self._low = None
        if kind == "exp":
            if min_std is not None:
                self._low = np.log(min_std)
        elif min_std is not None:
            self._low = np.log(np.exp(min_std) - 1)
        self.dense = tf.keras.layers.Dense(4)

    def log_std(self, x):
        scale = self.dense(x)
        with tf.name_scope("limits"):
            if self._low is not None:
                scale = tf.maximum(scale, self._low)
        with tf.name_scope("scale"):
            return tf.math.log(tf.math.softplus(scale))


class Recorded(nn.Module):
    def __init__(self):
        super().__init__()
        self.out = nn.Linear(8, 8)

    def forward(self, x):
        with torch.autograd.profiler.record_function("shares"):
            p = torch.sigmoid(self.out(x))
            with torch.autograd.set_detect_anomaly(True):
                p = p.clamp(min=1e-6)
        return torch.log(p)

    def at_times(self, x, is_safe):
        p = torch.sigmoid(self.out(x))
        if is_safe:
            with torch.autograd.set_detect_anomaly(True):
                p = p.clamp(min=1e-6)
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0


class Bounded(nn.Module):
    def __init__(self, low=None):
        super().__init__()
        self.low = low
        self.out = nn.Linear(8, 8)

    def forward(self, x):
        p = torch.sigmoid(self.out(x))
        with torch.autograd.set_detect_anomaly(True):
            if self.low is not None:
                p = torch.clamp(p, min=self.low)
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0


both = nn.Sequential(Bounded(1e-6), Bounded())
