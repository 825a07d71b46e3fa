"""What counts how often each occurs is 0 for what does not occur: `1 / bincount`, degrees of lone nodes, empty groups."""

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def weights(labels, n):
    return 1.0 / torch.bincount(labels, minlength=n).float()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(…).float()` is a count of each value and can be exactly 0: x / 0 is Inf or NaN


def degrees(edges, n):
    deg = torch.zeros(n).scatter_add_(0, edges, torch.ones(len(edges)))
    return deg.pow(-0.5)
    #      ^^^^^^^^^^^^^ NAN103 warning: `deg` is a count of each value, exactly 0 for values that do not occur: 0 ** -0.5 is Inf; keep it above 0


def dense(adj):
    return torch.diag(adj.sum(dim=1).pow(-0.5))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 information: nothing here shows that no row of `adj.sum(dim=1)` is 0: 0 ** -0.5 is Inf; keep it above 0


def centres(x, group, n):
    total = tf.math.unsorted_segment_sum(x, group, n)
    count = tf.math.unsorted_segment_sum(tf.ones_like(group, tf.float32), group, n)
    return total / count[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `count[:, None]` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def frequencies(labels):
    counts = np.bincount(labels)
    return np.log(counts / len(labels)), counts.sum() / counts
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `counts / len(labels)` can be 0, as a count of each value can: log(0) is -inf; keep it above 0
    #                                    ^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `counts` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def pooled(x, padding):
    valid = (~padding).float()
    return (x * valid[..., None]).sum(1) / valid.sum(1)[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `valid.sum(1)[:, None]` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN


@jax.jit
def nonzero(err, target):
    return err.sum() / jnp.count_nonzero(target)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.count_nonzero(…)` is a count of non-zeros and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def positives(labels, loss):
    same = torch.eq(labels[:, None], labels[None]).float()
    others = same - torch.eye(len(labels))
    return (loss * others).sum(1) / others.sum(1) + (loss * same).sum(1) / same.sum(1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `others.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def positives_beside_a_matrix_of_ones(labels, loss):
    same = torch.eq(labels[:, None], labels[None]).float()
    others = same - torch.diag(torch.ones(len(labels)))
    scaled = same - torch.diag(2 * torch.ones(len(labels)))
    return (loss * others).sum(1) / others.sum(1) + (loss * scaled).sum(1) / scaled.sum(1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `others.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def rounded(y, p):
    hard = tf.round(tf.clip_by_value(p, 0.0, 1.0))
    return tf.reduce_sum(y * hard) / tf.reduce_sum(hard)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_sum(hard)` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def replaced(edges, adj, n):
    deg = torch.bincount(edges, minlength=n).float()
    inv = deg.pow(-0.5)
    inv.masked_fill_(inv == float("inf"), 0.0)
    rows = adj.sum(dim=1).pow(-0.5)
    rows[torch.isinf(rows)] = 0
    one = 1.0 / deg
    one[one == torch.inf] = 0
    return inv, rows, one, (adj + torch.eye(n)).sum(1).pow(-0.5), deg / deg.sum(), 1.0 / (deg + 1)
