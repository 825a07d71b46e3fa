"""A divisor that counts what a comparison selects is 0 where it selects nothing: a row of padding, no positive pair."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def kept_tokens(logp, labels):
    keep = labels.ne(-100)
    return (logp * keep).sum(-1) / keep.sum(-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `keep.sum(-1)` is a row's count of matches and can be exactly 0
    # fixed: (logp * keep).sum(-1) / keep.sum(-1).clamp(min=1.0)
    # or (unsafe): (logp * keep).sum(-1) / (keep.sum(-1) + 1e-8)


@jax.jit
def live_tokens(ce, target):
    live = (target != 0).astype(jnp.float32)
    return jnp.sum(ce * live) / jnp.sum(live)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sum(live)` is a count of matches and can be exactly 0
    # fixed: jnp.sum(ce * live) / jnp.maximum(jnp.sum(live), 1.0)
    # or (unsafe): jnp.sum(ce * live) / (jnp.sum(live) + 1e-8)


@tf.function
def share_of_tokens(ce, target):
    mask = tf.cast(tf.not_equal(target, 0), tf.float32)
    return ce / tf.reduce_mean(mask)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.reduce_mean(mask)` is a share of matches and can be exactly 0
    # fixed: ce / tf.maximum(tf.reduce_mean(mask), 1e-7)
    # or (unsafe): ce / (tf.reduce_mean(mask) + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(ce, tf.reduce_mean(mask))


def connected(x, y):
    inside = (y > 0) & (y < 3)
    outside = (~inside).float()
    rest = 1 - outside * (x > 0).float()
    a = x / outside.sum()
    #   ^^^^^^^^^^^^^^^^^ NAN102 information: `outside.sum()` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / outside.sum().clamp(min=1.0)
    # or (unsafe): x / (outside.sum() + 1e-8)
    return a + x / rest.sum(dim=1)
    #          ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `rest.sum(dim=1)` is a row's count of matches and can be exactly 0
    # fixed: x / rest.sum(dim=1).clamp(min=1.0)
    # or (unsafe): x / (rest.sum(dim=1) + 1e-8)


def guarded(loss, labels):
    active = (loss > 0).sum()
    keep = (labels != 0).float()
    several = torch.stack([keep, keep + 1.0])
    loss = loss / torch.max(keep.sum(), torch.tensor([1.0]))
    if active > 0:
        loss = loss.sum() / active
    return loss / keep.sum().clamp(min=1) + loss / (keep.sum() + 1e-8) + loss / several.sum() + loss / (1 + keep.sum())


def a_number(predicted, labels):
    right = ((predicted == 1) & (labels == 1)).sum().item()
    wrong = ((predicted == 1) & (labels == 0)).sum().item()
    return right / (right + wrong)
