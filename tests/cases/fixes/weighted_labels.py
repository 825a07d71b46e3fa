"""Labels times weights do not sum to 1 in a row: TensorFlow's loss differentiates as if they did, PyTorch's does not."""

import tensorflow as tf
import torch
import torch.nn.functional as F


def plain(logits, y):
    p = tf.nn.softmax(logits)
    return -tf.reduce_sum(y * tf.math.log(p), axis=-1)
    #                         ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: tf.nn.log_softmax(logits)
    # removes: p = tf.nn.softmax(logits)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # or (unsafe): tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=logits)


def weighted(logits, y, weights):
    p = tf.nn.softmax(logits)
    return -tf.reduce_sum(weights * y * tf.math.log(p), axis=-1)
    #                                   ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: tf.nn.log_softmax(logits)
    # removes: p = tf.nn.softmax(logits)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))


def weighted_before(logits, y, mask):
    kept = y * mask
    p = tf.nn.softmax(logits)
    return -tf.reduce_sum(kept * tf.math.log(p), axis=-1)
    #                            ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: tf.nn.log_softmax(logits)
    # removes: p = tf.nn.softmax(logits)
    # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))


def weighted_in_torch(logits, y, weights):
    p = F.softmax(logits, dim=-1)
    return -torch.sum(weights * y * torch.log(p), dim=-1)
    #                               ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: F.log_softmax(logits, dim=-1)
    # removes: p = F.softmax(logits, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): F.cross_entropy(logits, weights * y, reduction="none")
