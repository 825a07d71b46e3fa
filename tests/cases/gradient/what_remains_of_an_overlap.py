"""A power below 1 of what remains of an overlap has an infinite derivative where nothing is missed, as of an empty mask.

Smoothing keeps the quotient finite, and makes it exactly 1 there. The power of what else is taken from 1 is another thing.
"""

import tensorflow as tf
import torch
from tensorflow.keras import backend as K
from torch import nn


def tversky(y_true, y_pred, smooth=1.0):
    tp = K.sum(y_true * y_pred)
    fn = K.sum(y_true * (1 - y_pred))
    fp = K.sum((1 - y_true) * y_pred)
    return (tp + smooth) / (tp + 0.7 * fn + 0.3 * fp + smooth)


def focal_tversky_loss(y_true, y_pred, gamma=0.75):
    return K.pow(1 - tversky(y_true, y_pred), gamma)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `1 - tversky(y_true, y_pred)` stays above 0: x ** 0.75 has an infinite gradient at 0
    # fixed (unsafe): K.pow(K.maximum(1 - tversky(y_true, y_pred), 1e-10), gamma)


def floored_tversky_loss(y_true, y_pred, gamma=0.75):
    return K.pow(K.maximum(1 - tversky(y_true, y_pred), 1e-7), gamma)


def whole_tversky_loss(y_true, y_pred, gamma=2.0):
    return K.pow(1 - tversky(y_true, y_pred), gamma)


class FocalTverskyLoss(nn.Module):
    def __init__(self, alpha=0.7, gamma=0.75, smooth=1.0):
        super().__init__()
        self.alpha, self.gamma, self.smooth = alpha, gamma, smooth

    def forward(self, inputs, targets):
        p, t = torch.sigmoid(inputs).view(-1), targets.view(-1)
        tp, fp, fn = (p * t).sum(), ((1 - t) * p).sum(), (t * (1 - p)).sum()
        index = (tp + self.smooth) / (tp + self.alpha * fp + (1 - self.alpha) * fn + self.smooth)
        return (1 - index) ** self.gamma, (1 - index + 1e-6) ** self.gamma
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(1 - index)` stays above 0: x ** 0.75 has an infinite gradient at 0
        # fixed: nothing


class RootOfDice(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        dice = (2 * tf.reduce_sum(y_true * y_pred) + 1) / (tf.reduce_sum(y_true) + tf.reduce_sum(y_pred) + 1)
        return tf.pow(1 - dice, 0.5)
        #      ^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `1 - dice` stays above 0: x ** 0.5 has an infinite gradient at 0
        # fixed (unsafe): tf.pow(tf.maximum(1 - dice, 1e-10), 0.5)


class OfOthers(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        ratio = (tf.reduce_sum(y_true) + 1) / (tf.reduce_sum(y_pred) + 1)
        return tf.pow(1 - ratio, 0.5)
