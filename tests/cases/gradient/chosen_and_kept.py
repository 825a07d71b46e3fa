"""Roots and norms of what is 0 at times: chosen among in TensorFlow, kept away by a default, of a spread that is no norm."""

import tensorflow as tf
import torch
from torch import nn


def chosen_in_tensorflow(x, y):
    s = tf.reduce_sum(tf.square(x - y), axis=-1)
    return tf.reduce_mean(tf.where(s > 0.0, tf.sqrt(s), 0.0))


def not_chosen(x, y):
    return tf.reduce_mean(tf.sqrt(tf.reduce_sum(tf.square(x - y), axis=-1)))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.reduce_sum(…)` stays above 0: sqrt has an infinite gradient at 0


class Underflows(nn.Module):
    def forward(self, d, w):
        return torch.sqrt(w * w * torch.exp(-d)).mean()
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `w * w * torch.exp(-d)` stays above 0: sqrt has an infinite gradient at 0


class Kept(nn.Module):
    def forward(self, x, eps=1e-8):
        return torch.sqrt((x**2).sum() + eps)


class Angles(nn.Module):
    def forward(self, d, x, y):
        return torch.acos(0.5 * torch.sigmoid(x) * torch.exp(-torch.relu(d))), torch.asin(torch.sin(x - y))


def spread_of_a_difference(x: torch.Tensor, y: torch.Tensor):
    return (x - y).std()


def norm_of_a_difference(x: torch.Tensor, y: torch.Tensor):
    return (x - y).norm()


class Inverse(nn.Module):
    def forward(self, x, d, w):
        inverse = (x**2).sum() ** -1
    #             ^^^^^^^^^^^^^^^^^^ NAN103 information: `(x**2).sum()` can be 0 where all that it is computed from is 0
        kept = (torch.sigmoid(x) + 1).norm() + torch.clamp(x, 0, 1).norm()
        return inverse + kept + torch.sqrt(w * torch.exp(-d)).mean()


class Sines(nn.Module):
    def forward(self, x, y):
        return torch.asin(torch.cos(x) * torch.sin(x - y))
