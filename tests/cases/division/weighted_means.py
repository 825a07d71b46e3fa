# A weighted mean is 0 / 0 where all weights are 0: a sum by a sum, or a product by the mean of a factor, in one line or
# in place. An overlap of two sets is another thing.

import jax
import jax.numpy as jnp
import torch
from keras import backend as K


def sum_by_sum_loss(x, w):
    return jnp.sum(x * w) / jnp.sum(w)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.sum(w)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing


def product_by_mean_loss(x, w):
    return torch.mean(x * w / w.mean())
    #                 ^^^^^^^^^^^^^^^^ NAN102 information: `w.mean()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing


def masked_loss(score, mask=None):
    if mask is not None:
        mask = K.cast(mask, K.floatx())
        score *= mask
        score /= K.mean(mask)
    #   ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `K.mean(mask)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing
    return K.mean(score)


def other_weights_loss(x, w, v):
    return torch.mean(x * w / v.mean())


def sums_by_other_weights_loss(p, t, w):
    return (p * t).sum() / w.sum()


def overlap_loss(p, t):
    return 1 - (p * t).sum() / (p + t - p * t).sum()
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `(p + t - p * t).sum()` can be 0 where both sets are empty: x / 0 is Inf or NaN; keep it away from 0
    # fixed: nothing


grad = jax.grad(sum_by_sum_loss)
