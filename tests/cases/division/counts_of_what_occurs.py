"""Counts that are picked by an index of what was counted are those of what occurs: none of them is 0.

How often each occurs is 0 for what does not occur, but that has no place in the index. An index that goes over all of
them, or sorts them, leaves what they are.
"""

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
from torch import nn


class Balanced(nn.Module):
    def forward(self, losses, labels):
        count = torch.bincount(labels)
        return (losses / count[labels]).sum() + (losses / count.gather(0, labels).float()).sum()


def of_each_group(x, group, n):
    size = tf.math.unsorted_segment_sum(tf.ones_like(group, tf.float32), group, n)
    return x / tf.gather(size, group)


def of_each_edge(message, edges, n):
    degree = torch.zeros(n).scatter_add_(0, edges, torch.ones(len(edges)))
    return message * torch.index_select(degree, 0, edges).pow(-1)


def rows_of(loss, labels, rows):
    kept = (labels != -100).sum(-1)
    return loss / kept[rows]


class Meshes:
    def __init__(self, valid):
        self.valid = valid

    def sizes(self):
        return self.valid.ne(-1).sum(dim=1)


def of_another_file(meshes: Meshes, distances, mesh_of_face):
    weights = Meshes(meshes).sizes().gather(0, mesh_of_face)
    return distances / weights.float()


def inverse(labels):
    return jnp.take(1.0 / jnp.bincount(labels), labels)


def each_class(labels, losses, classes):
    count = torch.bincount(labels, minlength=classes)
    total = 0.0
    for c in range(classes):
        total = total + losses[labels == c].sum() / count[c]
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `count[c]` is a count of each
    return total


def from_the_rarest(labels):
    count = torch.bincount(labels)
    return 1.0 / count[torch.argsort(count)]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: ...a count of each


def column(labels):
    counts = np.bincount(labels)
    return counts.sum() / counts[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `counts[:, None]` is a count of each
