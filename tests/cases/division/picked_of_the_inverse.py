"""The inverse of a count is infinite for what does not occur, which has no place in the index that was counted."""

import jax.numpy as jnp
import tensorflow as tf
import torch


def normalised(edges, n):
    deg = torch.zeros(n).scatter_add_(0, edges[0], torch.ones(edges.shape[1]))
    root = deg.pow(-0.5)
    #      ^^^^^^^^^^^^^ NAN103 information: `deg` is a count of each value, exactly 0 for values that do not occur: 0 ** -0.5 is Inf; keep it above 0
    # fixed: deg.clamp(min=1.0).pow(-0.5)
    # or (unsafe): (deg + 1e-8).pow(-0.5)
    # from: `torch.zeros(n).scatter_add_(0, edges[0], torch.ones(edges.shape[1]))` made here, exactly 0 for values that do not occur
    return root[edges[0]] * root[edges[1]]


def with_loops(edges, n):
    loops = torch.arange(n).unsqueeze(0).repeat(2, 1)
    edges = torch.cat([edges[:, edges[0] != edges[1]], loops], dim=1)
    deg = torch.zeros(n).scatter_add_(0, edges[0], torch.ones(edges.shape[1]))
    root = deg.pow(-0.5)
    #      ^^^^^^^^^^^^^ NAN103 information: `deg` is a count of each value, exactly 0 for values that do not occur: 0 ** -0.5 is Inf; keep it above 0
    # fixed: deg.clamp(min=1.0).pow(-0.5)
    # or (unsafe): (deg + 1e-8).pow(-0.5)
    # from: `torch.zeros(n).scatter_add_(0, edges[0], torch.ones(edges.shape[1]))` made here, exactly 0 for values that do not occur
    return root[edges[0]] * root[edges[1]]


def of_each_edge(message, edges, n):
    degree = torch.zeros(n).scatter_add_(0, edges, torch.ones(len(edges)))
    return message * torch.index_select(1 / degree, 0, edges) + degree.pow(-1).index_select(0, edges)


def weights_of_classes(labels, losses):
    weight = 1.0 / jnp.bincount(labels)
    return (losses * weight[labels]).sum()


def of_groups(group, n):
    size = tf.math.unsorted_segment_sum(tf.ones_like(group, tf.float32), group, n)
    return tf.gather(1.0 / size, group)


def all_of_them(edges, n):
    deg = torch.zeros(n).scatter_add_(0, edges[0], torch.ones(edges.shape[1]))
    root = deg.pow(-0.5)
    #      ^^^^^^^^^^^^^ NAN103 warning: `deg` is a count of each value, exactly 0 for values that do not occur: 0 ** -0.5 is Inf; keep it above 0
    # fixed: deg.clamp(min=1.0).pow(-0.5)
    # or (unsafe): (deg + 1e-8).pow(-0.5)
    # from: `torch.zeros(n).scatter_add_(0, edges[0], torch.ones(edges.shape[1]))` made here, exactly 0 for values that do not occur
    return root[edges[0]], root.sum()


def one_after_the_other(labels, losses, classes):
    weight = 1.0 / torch.bincount(labels, minlength=classes)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(…)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1.0 / torch.bincount(labels, minlength=classes).clamp(min=1.0)
    # or (unsafe): 1.0 / (torch.bincount(labels, minlength=classes) + 1e-8)
    # from: `torch.bincount(labels, minlength=classes)` made here, exactly 0 for values that do not occur
    return [losses[labels == c].sum() * weight[c] for c in range(classes)]


def from_the_rarest(labels):
    count = torch.bincount(labels)
    weight = 1.0 / count
    #        ^^^^^^^^^^^ NAN102 warning: `count` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: 1.0 / count.clamp(min=1.0)
    # or (unsafe): 1.0 / (count + 1e-8)
    # from: `torch.bincount(labels)` made here, exactly 0 for values that do not occur
    return weight[torch.argsort(count)]
