"""A mask is one by what it is made of, or by its place among the arguments; the mean of what it leaves out throughout is NaN."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def joined_loss(pred, target, mask):
    chosen = mask & (target > 0)
    return torch.nn.functional.mse_loss(pred[chosen], target[chosen])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `chosen` holds for any element, and the mean loss of none is NaN; ask first
    # fixed: nothing


def cast_loss(pred, target, mask):
    return (pred - target).abs()[mask.to(torch.bool)].mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `mask.to(torch.bool)` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


def turned_loss(pred, target, ignored):
    return (pred - target).abs()[~ignored].mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `~ignored` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


def selected_loss(pred, target, mask):
    return torch.mean(torch.masked_select((pred - target).abs(), mask))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `mask` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


def boolean_loss(y, p, mask):
    return tf.reduce_mean(tf.boolean_mask(tf.abs(y - p), mask))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `mask` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


def where_loss(params, x, y, mask):
    return jnp.mean(jnp.abs(x @ params - y), where=mask)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `mask` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


def where_compared_loss(params, x, y):
    return jnp.mean(jnp.abs(x @ params - y), where=y > 0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y > 0` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


step = jax.grad(where_loss)


def by_place(pred, target, index):
    return (pred - target).abs()[index].mean()


def sum_of_places(pred, target, i, j):
    return (pred - target).abs()[i + j].mean()


def summed_loss(params, x, y, mask):
    return jnp.sum(jnp.abs(x @ params - y), where=mask)


def of_each_row(x, mask):
    return jnp.mean(x, axis=1, where=mask)


def asked_loss(pred, target, mask):
    if not mask.any():
        return pred.sum() * 0
    return torch.masked_select((pred - target).abs(), mask).mean()


def everywhere_loss(params, x, y):
    return jnp.mean(jnp.abs(x @ params - y), where=None)
