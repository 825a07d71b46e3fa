# A condition that holds only for what was counted chooses nothing of a row of which nothing was: the value is never seen.
# The derivative is, where what is divided is trained.

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def positions(tokens):
    valid = tf.cast(tokens > 0, tf.int32)
    place = tf.cumsum(valid, axis=-1) / tf.reduce_sum(valid, axis=-1, keepdims=True)
    place = tf.where(valid > 0, place, -tf.ones_like(place))
    return place


def shares(labels):
    keep = (labels != -100).float()
    share = keep / keep.sum(-1, keepdim=True)
    return torch.where(keep > 0, share, torch.zeros_like(share))


def filled(labels):
    keep = labels >= 0
    place = np.cumsum(keep, -1) / keep.sum(-1, keepdims=True)
    place[~keep] = 0
    return place


def trained(labels, x):
    keep = labels != -100
    return jnp.where(keep, x / keep.sum(-1, keepdims=True), 0.0)
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN302 information: `jnp.where(…)` masks the value but leaves the gradient NaN where `keep.sum(…)` is 0; mask it first
    # fixed: x / jnp.where(keep, keep.sum(-1, keepdims=True), 1.0)
    # or (unsafe): x / (keep.sum(-1, keepdims=True) + 1e-8)
    # from: `keep.sum(-1, keepdims=True)` made here, exactly 0 where nothing matches


def some(labels, x):
    keep = labels != -100
    mean = (x * keep).sum(-1) / keep.sum(-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN302 information: `torch.where(…)` masks the value but leaves the gradient NaN where `keep.sum(-1)` is 0; mask it first
    # fixed: nothing
    # or (unsafe): (x * keep).sum(-1) / (keep.sum(-1) + 1e-8)
    # from: `keep.sum(-1)` made here, exactly 0 where nothing matches
    return torch.where(keep.any(-1), mean, torch.zeros_like(mean))


def more_is_asked(labels, x):
    keep = labels != -100
    share = x.detach() / keep.sum(-1, keepdim=True)
    return share.masked_fill(~(keep & (labels > 0)), 0)


def less_is_asked(labels):
    keep = (labels != -100) & (labels > 0)
    share = keep / keep.sum(-1, keepdim=True)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `keep.sum(…)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: keep / keep.sum(-1, keepdim=True).clamp(min=1.0)
    # or (unsafe): keep / (keep.sum(-1, keepdim=True) + 1e-8)
    # from: `keep.sum(-1, keepdim=True)` made here, exactly 0 where nothing matches
    return torch.where(labels > 0, share, torch.zeros_like(share))


def bound_anew(labels, others):
    keep = labels != -100
    share = keep / keep.sum(-1, keepdim=True)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `keep.sum(…)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: keep / keep.sum(-1, keepdim=True).clamp(min=1.0)
    # or (unsafe): keep / (keep.sum(-1, keepdim=True) + 1e-8)
    # from: `keep.sum(-1, keepdim=True)` made here, exactly 0 where nothing matches
    keep = others != -100
    return torch.where(keep, share, torch.zeros_like(share))


def the_others(labels):
    keep = labels != -100
    share = keep / keep.sum(-1, keepdim=True)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `keep.sum(…)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: keep / keep.sum(-1, keepdim=True).clamp(min=1.0)
    # or (unsafe): keep / (keep.sum(-1, keepdim=True) + 1e-8)
    # from: `keep.sum(-1, keepdim=True)` made here, exactly 0 where nothing matches
    return torch.where(keep, torch.zeros_like(share), share)


def none_is_asked(labels):
    keep = (labels != -100).float()
    share = keep / keep.sum(-1, keepdim=True)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `keep.sum(…)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: keep / keep.sum(-1, keepdim=True).clamp(min=1.0)
    # or (unsafe): keep / (keep.sum(-1, keepdim=True) + 1e-8)
    # from: `keep.sum(-1, keepdim=True)` made here, exactly 0 where nothing matches
    return torch.where(keep >= 0, share, torch.zeros_like(share))


def unlike_zero(labels):
    keep = (labels != -100).float()
    share = keep / keep.sum(-1, keepdim=True)
    return torch.where(keep != 0, share, torch.zeros_like(share))


def like_one(labels):
    keep = (labels != -100).float()
    share = keep / keep.sum(-1, keepdim=True)
    return torch.where(keep == 1, share, torch.zeros_like(share))


def at_least_one(labels):
    keep = (labels != -100).float()
    share = keep / keep.sum(-1, keepdim=True)
    return torch.where(keep >= 1, share, torch.zeros_like(share))


def above_half(labels):
    keep = (labels != -100).float()
    share = keep / keep.sum(-1, keepdim=True)
    return torch.where(keep > 0.5, share, torch.zeros_like(share))


def unlike_one(labels):
    keep = (labels != -100).float()
    share = keep / keep.sum(-1, keepdim=True)
    # FIXME: of a row of which nothing is kept 0 / 0 is chosen
    return torch.where(keep != 1, share, torch.zeros_like(share))
