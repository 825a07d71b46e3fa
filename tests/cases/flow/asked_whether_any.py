"""Where any element of a mask holds, its count is not 0: `any` was asked before, of the whole mask that is counted."""

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def by_method(losses, labels):
    valid = labels != 255
    if not valid.any():
        return losses.sum() * 0
    return losses.sum() / valid.sum()


def by_function(losses, labels):
    valid = labels != 255
    if not torch.any(valid):
        return losses.sum() * 0
    return losses.sum() / valid.float().sum()


def in_tf(losses, labels):
    valid = tf.not_equal(labels, 255)
    if tf.reduce_any(valid):
        return tf.reduce_sum(losses) / tf.reduce_sum(tf.cast(valid, tf.float32))
    return 0.0


def in_numpy(losses, labels):
    valid = labels != 255
    if valid.any():
        return losses.sum() / np.sum(valid)
    return 0.0


def named(losses, labels):
    valid = labels != 255
    n = valid.sum()
    if not valid.any():
        return 0.0
    return losses.sum() / n


def under_a_name(losses, labels):
    valid = labels != 255
    found = valid.any()
    return losses.sum() / valid.sum() if found else 0.0


def rows(losses, labels):
    valid = labels != 255
    if not valid.any():
        return 0.0
    return losses.sum(1) / valid.sum(1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `valid.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def another(losses, labels, others):
    valid, other = labels != 255, others != 255
    if not other.any():
        return 0.0
    return losses.sum() / valid.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `valid.sum()` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0


def changed(losses, labels, others):
    valid = labels != 255
    if not valid.any():
        return 0.0
    valid = valid & (others != 255)
    return losses.sum() / valid.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `valid.sum()` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0


def rows_with_any(losses, labels):
    valid = labels != 255
    if not valid.any(1).all():
        return 0.0
    # FIXME: nothing: each row has one
    return losses.sum() / valid.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `valid.sum()` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0


def masked_mean(x, mask):
    n = mask.sum()
    if n == 0:
        return x.sum()
    return (x * mask).sum() / n


def masked_mean_2(x, mask):
    if not mask.any():
        return x.sum()
    return (x * mask).sum() / mask.sum()


def masked_mean_3(x, mask, other):
    if not other.any():
        return x.sum()
    return (x * mask).sum() / mask.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `mask.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0


def step(net, x, m):
    loss = masked_mean(net(x), m) + masked_mean_2(net(x), m) + masked_mean_3(net(x), m, x > 0)
    loss.backward()
