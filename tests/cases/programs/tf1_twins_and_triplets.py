"""Siamese towers with shared scopes: contrastive and triplet losses, batch-hard mining, roots of squared distances at zero."""

from __future__ import division, print_function

import functools

import tensorflow as tf


def lazy(function):
    """Builds a part of the graph once, in a scope of its own."""
    attribute = "_cache_" + function.__name__

    @property
    @functools.wraps(function)
    def wrapper(self):
        if not hasattr(self, attribute):
            with tf.variable_scope(function.__name__):
                setattr(self, attribute, function(self))
        return getattr(self, attribute)

    return wrapper


def pairwise_distances(embeddings, squared=False):
    dot = tf.matmul(embeddings, tf.transpose(embeddings))
    sq = tf.diag_part(dot)
    distances = tf.expand_dims(sq, 1) - 2.0 * dot + tf.expand_dims(sq, 0)
    distances = tf.maximum(distances, 0.0)
    if not squared:
        mask = tf.to_float(tf.equal(distances, 0.0))
        distances = tf.sqrt(distances + mask * 1e-16)
        distances = distances * (1.0 - mask)
    return distances


def careless_distances(embeddings):
    dot = tf.matmul(embeddings, embeddings, transpose_b=True)
    sq = tf.diag_part(dot)
    return tf.sqrt(sq[:, None] - 2 * dot + sq[None, :])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `sq[:, None] - 2 * dot + sq[None, :]` is a squared distance from products and can be below 0: sqrt(-1) is NaN
    # fixed: tf.sqrt(tf.maximum(sq[:, None] - 2 * dot + sq[None, :], 1e-10))
    # from: `sq[:, None] - 2 * dot + sq[None, :]` made here, below 0 by rounding, where both are nearly equal


def triplet_mask(labels):
    equal = tf.equal(tf.expand_dims(labels, 0), tf.expand_dims(labels, 1))
    apart = tf.logical_not(tf.cast(tf.eye(tf.shape(labels)[0]), tf.bool))
    return tf.to_float(tf.logical_and(equal, apart)), tf.to_float(tf.logical_not(equal))


def batch_hard(labels, embeddings, margin=None):
    d = pairwise_distances(embeddings)
    positive, negative = triplet_mask(labels)
    hardest_positive = tf.reduce_max(positive * d, axis=1, keepdims=True)
    largest = tf.reduce_max(d, axis=1, keepdims=True)
    hardest_negative = tf.reduce_min(d + largest * (1.0 - negative), axis=1, keepdims=True)
    if margin is None:
        return tf.reduce_mean(tf.nn.softplus(hardest_positive - hardest_negative))
    elif margin == "soft":
        return tf.reduce_mean(tf.log(1 + tf.exp(hardest_positive - hardest_negative)))
        #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a softplus written out by hand: where `tf.exp(…)` overflows, it is Inf; use TensorFlow's own
        # fixed: tf.nn.softplus(hardest_positive - hardest_negative)
    return tf.reduce_mean(tf.maximum(hardest_positive - hardest_negative + margin, 0.0))


def batch_all(labels, embeddings, margin=0.2):
    d = careless_distances(embeddings)
    positive, negative = triplet_mask(labels)
    mask = positive[:, :, None] * negative[:, None, :]
    loss = tf.nn.relu(mask * (d[:, :, None] - d[:, None, :] + margin))
    valid = tf.to_float(tf.greater(loss, 1e-16))
    n_valid, n_all = tf.reduce_sum(valid), tf.reduce_sum(mask)
    reveal_range(n_valid)  # [0, inf] float32 takes 0
    fraction = n_valid / (n_all + 1e-16)
    return tf.reduce_sum(loss) / n_valid, tf.reduce_sum(loss) / (n_valid + 1e-16), fraction
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `n_valid` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.reduce_sum(loss) / tf.maximum(n_valid, 1.0)
    # or (unsafe): tf.reduce_sum(loss) / (n_valid + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(tf.reduce_sum(loss), n_valid)
    # from: `tf.reduce_sum(valid)` made here, exactly 0 where nothing matches


class Siamese(object):
    def __init__(self, left, right, y, *, margin=1.0, activation=tf.nn.relu, is_training=True, **layer_kwargs):
        self.left, self.right, self.y = left, right, tf.to_float(y)
        self.margin = margin
        self.is_training = is_training
        self.dense = functools.partial(tf.layers.dense, activation=activation, **layer_kwargs)
        self.loss, self.distance

    def tower(self, x, reuse):
        with tf.variable_scope("tower", reuse=reuse):
            h = self.dense(x, 128, name="h1")
            h = tf.layers.batch_normalization(h, training=self.is_training, epsilon=1e-5)
            return self.dense(h, 2, activation=None, name="h2")

    @lazy
    def distance(self):
        a, b = self.tower(self.left, False), self.tower(self.right, True)
        d2 = tf.reduce_sum(tf.pow(tf.subtract(a, b), 2), 1, name="d2")
        return d2, tf.sqrt(d2), tf.sqrt(d2 + 1e-6, name="d"), tf.sqrt(tf.maximum(d2, 1e-12))
        #          ^^^^^^^^^^^ NAN301 information: nothing here shows that `d2` stays above 0: sqrt has an infinite gradient at 0
        # fixed (unsafe): tf.sqrt(tf.maximum(d2, 1e-10))
        # or (unsafe): tf.sqrt(d2 + 1e-8)
        # from: `self.dense(h, 2, activation=None, name="h2")` made here, unbounded
        # from: `self.tower(self.left, False)` returned by this call
        # from: `d2 = tf.reduce_sum(tf.pow(tf.subtract(a, b), 2), 1, name="d2")` goes into `d2` here

    @lazy
    def loss(self):
        d2, bare, shifted, floored = self.distance
        match = self.y * d2
        contrast = {
            name: (1.0 - self.y) * tf.square(tf.maximum(self.margin - d, 0.0))
            for name, d in [("bare", bare), ("shifted", shifted), ("floored", floored)]
        }
        return tf.reduce_mean(match + contrast["bare"] + contrast["shifted"] + contrast["floored"]) / 2

    @lazy
    def likeness(self):
        p = tf.exp(-self.distance[2])
        reveal_range(p)  # [0, inf] float32
        soft = -tf.reduce_mean(self.y * tf.log(p) + (1 - self.y) * tf.log(1 - p))
        hard = tf.cond(tf.reduce_any(p > 0.5), lambda: tf.log(p + 1e-8), lambda: tf.zeros_like(p))
        return soft, hard

    @lazy
    def optimize(self):
        losses = [self.loss, self.likeness[0], tf.reduce_mean(self.likeness[1])]
        with tf.control_dependencies(tf.get_collection(tf.GraphKeys.UPDATE_OPS)):
            return tf.train.AdamOptimizer(epsilon=0.1).minimize(tf.add_n(losses))
