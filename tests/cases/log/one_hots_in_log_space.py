"""The logarithm of a one-hot vector is -inf on purpose, and worth a look; multiplied with it, 0 * -inf is NaN."""

import tensorflow as tf
import torch
import torch.nn.functional as F


def first_state(length):
    return tf.math.log(tf.one_hot(0, length))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `tf.one_hot(0, length)` is a one-hot vector and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(tf.one_hot(0, length), 1e-10, 1.0))
    # or (unsafe): tf.math.log(tf.one_hot(0, length) + 1e-8)
    # from: `tf.one_hot(0, length)` made here, exactly 0 everywhere but at one index


def all_but_one(scores, blank):
    keep = tf.reshape(1 - tf.one_hot(blank, 10), [1, -1])
    return scores + tf.math.log(keep)
    #               ^^^^^^^^^^^^^^^^^ NAN101 information: `keep` can be 0 where a one-hot vector is exactly 1 (at one index): log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(keep, 1e-10, 1.0))
    # or (unsafe): tf.math.log(keep + 1e-8)
    # from: `tf.one_hot(blank, 10)` made here, exactly 1 at one index


def divergence(logits, labels):
    target = F.one_hot(labels, 10).float()
    return (target * (target.log() - F.log_softmax(logits, -1))).sum(-1).mean()
    #                 ^^^^^^^^^^^^ NAN101 warning: `target` is a one-hot vector, exactly 0 everywhere but at one index: log(0) is -inf; keep it above 0
    # fixed: target.clamp(1e-10, 1.0).log()
    # or (unsafe): (target + 1e-8).log()
    # from: `F.one_hot(labels, 10)` made here, exactly 0 everywhere but at one index


def held(logits, labels):
    target = F.one_hot(labels, 10).float()
    logarithm = torch.log(target)
    #           ^^^^^^^^^^^^^^^^^ NAN101 warning: `target` is a one-hot vector, exactly 0 everywhere but at one index: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(target, 1e-10, 1.0))
    # or (unsafe): torch.log(target + 1e-8)
    # from: `F.one_hot(labels, 10)` made here, exactly 0 everywhere but at one index
    return (target * (logarithm - F.log_softmax(logits, -1))).sum()


def likelihood(p, labels):
    return -torch.log(torch.sigmoid(p) * F.one_hot(labels, 10)).sum()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.sigmoid(…) *…ne_hot(…)` can be 0, as a sigmoid is for inputs below -89: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(torch.sigmoid(p) * F.one_hot(labels, 10), 1e-10, 1.0))
    # or (unsafe): torch.log(torch.sigmoid(p) * F.one_hot(labels, 10) + 1e-8)
    # from: `torch.sigmoid(p)` made here, exactly 0 in float32 for inputs below -89
