"""What a base class calls on itself is the method that a class defines in its place, and is given what that call gives.

Where a class has the calling method for itself, the base's does not call.
"""

from abc import ABC, abstractmethod

import tensorflow as tf
import torch
from torch import nn
from torch.nn.functional import cross_entropy, linear, normalize


class Margin(nn.Module):
    def __init__(self, dim, classes):
        super().__init__()
        self.w = nn.Parameter(torch.randn(classes, dim))

    def margin(self, cos):
        raise NotImplementedError

    def forward(self, x, y):
        cos = linear(normalize(x), normalize(self.w))
        return cross_entropy(30 * self.margin(cos), y)


class Arc(Margin):
    def margin(self, cos):
        return torch.cos(torch.acos(cos) + 0.5)
        #                ^^^^^^^^^^^^^^^ NAN105 warning: `cos` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
        # fixed: torch.acos(torch.clamp(cos, -0.9999999, 0.9999999))
        # from: `linear(normalize(x), normalize(self.w))` made here, above 1 by rounding, for parallel vectors
        # from: `cos` passed as `cos` here


class ArcBetween(Margin):
    def margin(self, cos):
        return torch.cos(torch.acos(cos.clamp(-1 + 1e-7, 1 - 1e-7)) + 0.5)


class OfItsOwn(Margin):
    def margin(self, cos):
        return torch.acos(0.9 * cos)

    def forward(self, x, y):
        return self.margin(torch.tanh(x)).mean()


class Loss(tf.keras.losses.Loss, ABC):
    @abstractmethod
    def each(self, y, p): ...

    def call(self, y_true, y_pred):
        return tf.reduce_mean(self.each(y_true, tf.nn.softmax(y_pred)))


class Nll(Loss):
    def each(self, y, p):
        return -tf.reduce_sum(y * tf.math.log(p), -1)
        #                         ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
        # or (unsafe): tf.math.log(p + 1e-8)
        # from: `tf.nn.softmax(y_pred)` made here, exactly 0 in float32 once a logit trails the largest by 87


class Masked(Loss):
    def each(self, y, p):
        return -tf.reduce_sum(y * tf.math.log(tf.clip_by_value(p, 1e-10, 1.0)), -1)


class Sharper(Nll):
    def each(self, y, p):
        return super().each(y, p) - tf.reduce_sum(tf.sqrt(p + 1e-3))
