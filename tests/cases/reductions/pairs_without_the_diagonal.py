# Each is a match of itself, and of no other if it is the only one of its kind: where the diagonal is taken away, a row may
# match nothing. Masks of contrastive losses, by zeros written into the diagonal of the matches, or of ones.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch
import torch.nn.functional as F


def by_zeros_in_place(features, labels):
    same = (labels[:, None] == labels[None, :]).float()
    same.fill_diagonal_(0)
    log_prob = F.log_softmax(features @ features.T / 0.1, dim=1)
    return -((same * log_prob).sum(1) / same.sum(1)).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `same.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (same * log_prob).sum(1) / same.sum(1).clamp(min=1.0)
    # or (unsafe): (same * log_prob).sum(1) / (same.sum(1) + 1e-8)
    # from: `same.sum(1)` made here, exactly 0 where nothing matches


def with_itself(features, labels):
    same = (labels[:, None] == labels[None, :]).float()
    log_prob = F.log_softmax(features @ features.T / 0.1, dim=1)
    return -((same * log_prob).sum(1) / same.sum(1)).mean()


def by_ones_with_zeros(features, labels):
    places = torch.arange(features.shape[0]).view(-1, 1)
    same = torch.eq(labels[:, None], labels[None, :]).float()
    others = torch.scatter(torch.ones_like(same), 1, places, 0)
    same = same * others
    log_prob = F.log_softmax(features @ features.T / 0.1, dim=1)
    return -((same * log_prob).sum(1) / same.sum(1)).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `same.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (same * log_prob).sum(1) / same.sum(1).clamp(min=1.0)
    # or (unsafe): (same * log_prob).sum(1) / (same.sum(1) + 1e-8)
    # from: `same.sum(1)` made here, exactly 0 where nothing matches


def by_a_method(features, labels):
    same = torch.eq(labels[:, None], labels[None, :]).float()
    same = same * torch.ones_like(same).scatter_(1, torch.arange(features.shape[0])[:, None], 0)
    log_prob = F.log_softmax(features @ features.T / 0.1, dim=1)
    return -((same * log_prob).sum(1) / same.sum(1)).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `same.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (same * log_prob).sum(1) / same.sum(1).clamp(min=1.0)
    # or (unsafe): (same * log_prob).sum(1) / (same.sum(1) + 1e-8)
    # from: `same.sum(1)` made here, exactly 0 where nothing matches


def at_places_that_are_given(features, labels, places):
    same = torch.eq(labels[:, None], labels[None, :]).float()
    same = same * torch.scatter(torch.ones_like(same), 1, places, 0)
    log_prob = F.log_softmax(features @ features.T / 0.1, dim=1)
    return -((same * log_prob).sum(1) / same.sum(1)).mean()


def ones_in_the_diagonal(features, linked):
    near = (linked > 0).float()
    near.fill_diagonal_(1)
    log_prob = F.log_softmax(features @ features.T / 0.1, dim=1)
    return -((near * log_prob).sum(1) / near.sum(1)).mean()


def zeros_in_the_diagonal(features, linked):
    near = (linked > 0).float()
    near.fill_diagonal_(0)
    log_prob = F.log_softmax(features @ features.T / 0.1, dim=1)
    return -((near * log_prob).sum(1) / near.sum(1)).mean()
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `near.sum(1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (near * log_prob).sum(1) / near.sum(1).clamp(min=1.0)
    # or (unsafe): (near * log_prob).sum(1) / (near.sum(1) + 1e-8)
    # from: `near.sum(1)` made here, exactly 0 where nothing matches


def of_tensorflow(features, labels):
    same = tf.cast(tf.equal(labels[:, None], labels[None, :]), tf.float32)
    same = tf.linalg.set_diag(same, tf.zeros_like(labels, dtype=tf.float32))
    log_prob = tf.nn.log_softmax(tf.matmul(features, features, transpose_b=True) / 0.1)
    return -tf.reduce_mean(tf.reduce_sum(same * log_prob, axis=1) / tf.reduce_sum(same, axis=1))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(…)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.reduce_sum(same * log_prob, axis=1) / tf.maximum(tf.reduce_sum(same, axis=1), 1.0)
    # or (unsafe): tf.reduce_sum(same * log_prob, axis=1) / (tf.reduce_sum(same, axis=1) + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(tf.reduce_sum(same * log_prob, axis=1), tf.reduce_sum(same, axis=1))
    # from: `tf.reduce_sum(same, axis=1)` made here, exactly 0 where nothing matches


def of_jax(features, labels):
    same = (labels[:, None] == labels[None, :]).astype(jnp.float32)
    same = jnp.fill_diagonal(same, 0, inplace=False)
    log_prob = jax.nn.log_softmax(features @ features.T / 0.1)
    return -jnp.mean(jnp.sum(same * log_prob, axis=1) / jnp.sum(same, axis=1))
    #                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sum(same, axis=1)` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN
    # fixed: jnp.sum(same * log_prob, axis=1) / jnp.maximum(jnp.sum(same, axis=1), 1.0)
    # or (unsafe): jnp.sum(same * log_prob, axis=1) / (jnp.sum(same, axis=1) + 1e-8)
    # from: `jnp.sum(same, axis=1)` made here, exactly 0 where nothing matches
