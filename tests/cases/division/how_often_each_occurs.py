"""What counts how often each occurs is 0 for what does not occur: `1 / bincount`, degrees of lone nodes, empty groups."""

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def weights(labels, n):
    return 1.0 / torch.bincount(labels, minlength=n).float()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(labels, minlength=n).float()` is a count of each: it is exactly 0 for what does not occur


def degrees(edges, n):
    deg = torch.zeros(n).scatter_add_(0, edges, torch.ones(len(edges)))
    return deg.pow(-0.5)
    #      ^^^^^^^^^^^^^ NAN103 warning: `deg` is a count of each: it is exactly 0 in float32 for what does not occur, and 0 to a negative power is Inf


def dense(adj):
    return torch.diag(adj.sum(dim=1).pow(-0.5))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that no row of `adj.sum(dim=1)` is 0: 0 to a negative power is Inf


def centres(x, group, n):
    total = tf.math.unsorted_segment_sum(x, group, n)
    count = tf.math.unsorted_segment_sum(tf.ones_like(group, tf.float32), group, n)
    return total / count[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `count[:, None]` is a count of each: it is exactly 0 in float32 for what does not occur, and a division by 0


def frequencies(labels):
    counts = np.bincount(labels)
    return np.log(counts / len(labels)), counts.sum() / counts
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `counts / len(labels)` comes from a count of each, which is exactly 0 for what does not occur: then `counts /
    #                                    ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `counts` is a count of each: it is exactly 0 for what does not occur, and a division by 0 is Inf, and 0 / 0


def pooled(x, padding):
    valid = (~padding).float()
    return (x * valid[..., None]).sum(1) / valid.sum(1)[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `valid.sum(1)[:, None]` is a count of what a comparison selects in a row: it is exactly 0 in float32 where it


@jax.jit
def nonzero(err, target):
    return err.sum() / jnp.count_nonzero(target)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.count_nonzero(target)` is a count of what is not 0: it is exactly 0 where all are 0, and a division by 0


def positives(labels, loss):
    same = torch.eq(labels[:, None], labels[None]).float()
    others = same - torch.eye(len(labels))
    return (loss * others).sum(1) / others.sum(1) + (loss * same).sum(1) / same.sum(1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `others.sum(1)` is a count of what a comparison selects in a row: it is exactly 0 in float32 where it selects


def rounded(y, p):
    hard = tf.round(tf.clip_by_value(p, 0.0, 1.0))
    return tf.reduce_sum(y * hard) / tf.reduce_sum(hard)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(hard)` is a count of what a comparison selects: it is exactly 0 in float32 where it selects


def replaced(edges, adj, n):
    deg = torch.bincount(edges, minlength=n).float()
    inv = deg.pow(-0.5)
    inv.masked_fill_(inv == float("inf"), 0.0)
    rows = adj.sum(dim=1).pow(-0.5)
    rows[torch.isinf(rows)] = 0
    one = 1.0 / deg
    one[one == torch.inf] = 0
    return inv, rows, one, (adj + torch.eye(n)).sum(1).pow(-0.5), deg / deg.sum(), 1.0 / (deg + 1)
