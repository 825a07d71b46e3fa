# The weights of a layer are random numbers, so their norm is not 0; that of an unknown vector may be.

import tensorflow as tf
import torch
from torch import nn


class Cosine(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)
        self.embedding = nn.Embedding(10, 4)

    def forward(self, layer, delta):
        rows = self.fc.weight / self.fc.weight.norm(dim=1, keepdim=True)
        table = self.embedding.weight.data / self.embedding.weight.data.norm(dim=1, keepdim=True)
        weight = layer.weight + delta
        return rows, table, weight / weight.norm(dim=1, keepdim=True)


class Reparametrised(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.direction = nn.Parameter(torch.randn(n, n))
        self.gain = nn.Parameter(torch.zeros(n))
        self.offset = nn.Parameter(torch.zeros(n))

    def forward(self, x):
        turned = x @ (self.direction / self.direction.norm(dim=1, keepdim=True))
        moved = x + self.direction
        return turned, moved / moved.norm(dim=1, keepdim=True)
        #              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `moved.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def scaled_filters(filters, x, gain):
    lengths = tf.sqrt(tf.reduce_sum(tf.square(filters), axis=[0, 1, 2]))
    responses = tf.nn.conv2d(x, filters * (gain / lengths), 1, "SAME")
    sizes = tf.sqrt(tf.reduce_sum(tf.square(x), axis=-1, keepdims=True))
    return responses, x * (gain / sizes)
    #                      ^^^^^^^^^^^^ NAN102 warning: `sizes` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def filtered(filtered_image):
    return filtered_image / tf.norm(filtered_image)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.norm(filtered_image)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def normalised(x):
    return x / x.norm(dim=1, keepdim=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `x.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
