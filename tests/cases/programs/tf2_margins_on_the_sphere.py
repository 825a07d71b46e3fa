"""Embeddings on a sphere: margins of angles, temperature, pairs of augmentations, prototypes, and distances with masks."""

import math
from abc import ABC, abstractmethod

import tensorflow as tf
from tensorflow.math import acos, exp, l2_normalize, log, reduce_logsumexp


class Head(ABC, tf.keras.layers.Layer):
    def __init__(self, classes, scale=64.0, margin=0.5):
        super().__init__()
        self.classes, self.s, self.m = classes, scale, margin

    def build(self, input_shape):
        self.w = self.add_weight(shape=(int(input_shape[-1]), self.classes), initializer="glorot_uniform", name="w")

    def cosine(self, x):
        return tf.matmul(l2_normalize(x, axis=1), l2_normalize(self.w, axis=0))

    @abstractmethod
    def margins(self, cos): ...

    def call(self, x, labels):
        cos = self.cosine(x)
        onehot = tf.one_hot(labels, self.classes)
        logits = self.s * tf.where(onehot > 0, self.margins(cos), cos)
        return tf.nn.softmax_cross_entropy_with_logits(onehot, logits)


class ArcFace(Head):
    def margins(self, cos):
        theta = acos(cos)
        #       ^^^^^^^^^ NAN105 warning: `cos` is a cosine similarity and can be above 1: acos is NaN beyond -1 and 1; keep it between them
        # fixed: acos(tf.clip_by_value(cos, -0.9999999, 0.9999999))
        # from: `tf.matmul(l2_normalize(x, axis=1), l2_normalize(self.w, axis=0))` made here, above 1 by rounding, for parallel vectors
        # from: `self.cosine(x)` returned by this call
        # from: `cos` passed as `cos` here
        return tf.cos(theta + self.m)


class ArcFaceClipped(Head):
    EPS = 1e-7

    def margins(self, cos):
        theta = acos(tf.clip_by_value(cos, -1.0 + self.EPS, 1.0 - self.EPS))
        return tf.cos(theta + self.m)


class ArcFaceBySine(Head):
    def margins(self, cos):
        sine = tf.sqrt(1.0 - tf.square(cos))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `1.0 - tf.square(cos)` can be below 0 where a cosine similarity is above 1: sqrt(-1) is NaN; keep it above 0
        # fixed: tf.sqrt(tf.clip_by_value(1.0 - tf.square(cos), 1e-10, 1.0))
        # from: `tf.matmul(l2_normalize(x, axis=1), l2_normalize(self.w, axis=0))` made here, above 1 by rounding, for parallel vectors
        # from: `self.cosine(x)` returned by this call
        # from: `cos` passed as `cos` here
        # from: `tf.square(cos)` made here, values in [0, 1.00000083]
        floored = tf.sqrt(tf.maximum(1.0 - cos**2, 1e-9))
        phi = cos * math.cos(self.m) - sine * math.sin(self.m)
        return tf.where(cos > math.cos(math.pi - self.m), phi, cos - self.m * math.sin(self.m)) + 0.0 * floored


def nt_xent(z1, z2, temperature=0.1, symmetric=True):
    z1, z2 = tf.math.l2_normalize(z1, -1), tf.math.l2_normalize(z2, -1)
    logits = tf.matmul(z1, z2, transpose_b=True) / temperature
    labels = tf.range(tf.shape(z1)[0])
    loss = tf.keras.losses.sparse_categorical_crossentropy(labels, logits, from_logits=True)
    if symmetric:
        loss += tf.keras.losses.sparse_categorical_crossentropy(labels, tf.transpose(logits), from_logits=True)
    return tf.reduce_mean(loss)


def nt_xent_by_hand(z1, z2, t=0.01):
    norm1 = tf.norm(z1, axis=-1, keepdims=True)
    norm2 = tf.norm(z2, axis=-1, keepdims=True)
    sim = exp(tf.matmul(z1 / norm1, z2 / norm2, transpose_b=True) / t)
    #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 warning: `tf.matmul(…) / t` can be 100 where a cosine similarity is above 1: exp overflows to Inf in float32; bound it
    # fixed (unsafe): exp(tf.minimum(tf.matmul(z1 / norm1, z2 / norm2, transpose_b=True) / t, 30.0))
    # from: `tf.matmul(z1 / norm1, z2 / norm2, transpose_b=True)` made here, above 1 by rounding, for parallel vectors
    #                   ^^^^^^^^^^ NAN102 information: `norm1` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: norm1 = tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(z1), axis=-1, keepdims=True), 1e-12))
    # adds: tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(z1), axis=-1, keepdims=True), 1e-12))
    # from: `tf.norm(z1, axis=-1, keepdims=True)` made here, exactly 0 for a vector of zeros
    #                               ^^^^^^^^^^ NAN102 information: `norm2` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: norm2 = tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(z2), axis=-1, keepdims=True), 1e-12))
    # adds: tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(z2), axis=-1, keepdims=True), 1e-12))
    # from: `tf.norm(z2, axis=-1, keepdims=True)` made here, exactly 0 for a vector of zeros
    positive = tf.linalg.diag_part(sim)
    return -tf.reduce_mean(log(positive / tf.reduce_sum(sim, axis=1)))


def nt_xent_shifted(z1, z2, t=0.05):
    sim = tf.matmul(l2_normalize(z1, 1), l2_normalize(z2, 1), transpose_b=True) / t
    sim -= tf.stop_gradient(tf.reduce_max(sim, axis=1, keepdims=True))
    e = exp(sim)
    reveal_range(e)  # [4.24828796e-18, 1.00000048] float32 takes 2.0611457e-09, 1
    n = tf.shape(sim)[0]
    mask = 1.0 - tf.eye(n)
    loose = log(tf.reduce_sum(e * mask, axis=1))
    safe = log(tf.reduce_sum(e * mask, axis=1) + 1e-12)
    return tf.reduce_mean(-tf.linalg.diag_part(sim) + reduce_logsumexp(sim, 1)), loose, safe


def supervised_contrast(features, labels, t=0.1):
    same = tf.cast(tf.equal(labels[:, None], labels[None, :]), tf.float32)
    others = tf.ones_like(same) - tf.eye(tf.shape(same)[0])
    positives = same * others
    logits = features @ tf.transpose(features) / t
    log_prob = logits - reduce_logsumexp(logits + (others - 1.0) * 1e9, axis=1, keepdims=True)
    count = tf.reduce_sum(positives, axis=1)
    reveal_range(count)  # [0, inf] float32 takes 0
    bare = tf.reduce_sum(positives * log_prob, 1) / count
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `count` is a row's count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.reduce_sum(positives * log_prob, 1) / tf.maximum(count, 1.0)
    # or (unsafe): tf.reduce_sum(positives * log_prob, 1) / (count + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(tf.reduce_sum(positives * log_prob, 1), count)
    # from: `tf.reduce_sum(positives, axis=1)` made here, exactly 0 where nothing matches
    kept = tf.boolean_mask(tf.reduce_sum(positives * log_prob, 1), count > 0) / tf.boolean_mask(count, count > 0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.boolean_mask(count, count > 0)` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.boolean_mask(tf.reduce_sum(positives * log_prob, 1), count > 0) / tf.maximum(tf.boolean_mask(count, count > 0), 1.0)
    # or (unsafe): tf.boolean_mask(tf.reduce_sum(positives * log_prob, 1), count > 0) / (tf.boolean_mask(count, count > 0) + 1e-8)
    # or (unsafe): tf.math.divide_no_nan(tf.boolean_mask(tf.reduce_sum(positives * log_prob, 1), count > 0), tf.boolean_mask(count, count > 0))
    safe = tf.where(count > 0, tf.reduce_sum(positives * log_prob, 1) / tf.maximum(count, 1.0), 0.0)
    return -tf.reduce_mean(bare) - tf.reduce_mean(kept) - tf.reduce_mean(safe)
    #                              ^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `count > 0` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing


class Prototypes(tf.keras.Model):
    def __init__(self, encoder, ways=5, distance="euclidean"):
        super().__init__()
        self.encoder, self.ways, self.distance = encoder, ways, distance

    def pairwise(self, a, b):
        delta = a[:, tf.newaxis] - b[tf.newaxis]
        squared = tf.reduce_sum(delta * delta, -1)
        if self.distance == "euclidean":
            return tf.sqrt(squared)
            #      ^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `squared` stays above 0: sqrt has an infinite gradient at 0
            # fixed (unsafe): tf.sqrt(tf.maximum(squared, 1e-10))
            # or (unsafe): tf.sqrt(squared + 1e-8)
        elif self.distance == "smooth":
            return tf.sqrt(squared + 1e-12)
        return squared

    def call(self, inputs):
        support, labels, query = inputs
        z, q = self.encoder(support), self.encoder(query)
        protos = tf.stack([tf.reduce_mean(tf.boolean_mask(z, labels == k), 0) for k in range(self.ways)])
        #                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: nothing here shows that `labels == k` holds for any element, and the mean of none is NaN; ask first
        # fixed: nothing
        summed = tf.math.unsorted_segment_mean(z, labels, self.ways)
        log_p = tf.nn.log_softmax(-self.pairwise(q, protos))
        p = tf.nn.softmax(-self.pairwise(q, summed), axis=-1)
        reveal_range(p)  # [0, 1] float32 takes 0, 1
        return log_p, tf.math.log(tf.clip_by_value(p, 1e-8, 1.0)), -tf.reduce_sum(p * tf.math.log(p), axis=-1)
        #                                                                             ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: tf.nn.log_softmax(scores, axis=-1)
        # adds: scores = -self.pairwise(q, summed)
        # adds: scores
        # or: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
        # or (unsafe): tf.nn.softmax_cross_entropy_with_logits(labels=p, logits=scores)
        # from: `tf.nn.softmax(-self.pairwise(q, summed), axis=-1)` made here, exactly 0 in float32 once a logit trails the largest by 87


class Trainer:
    losses = {"xent": nt_xent, "hand": nt_xent_by_hand}

    def __init__(self, encoder, head=None, loss="xent"):
        self.encoder, self.head = encoder, head or ArcFace(100)
        self.loss = self.losses[loss]
        self.opt = tf.keras.optimizers.SGD(0.1, momentum=0.9, nesterov=True)

    def __call__(self, a, b, y):
        with tf.GradientTape() as t:
            za, zb = self.encoder(a), self.encoder(b)
            total = self.loss(za, zb) + tf.reduce_mean(self.head(za, y)) + supervised_contrast(za, y)
            total += tf.reduce_mean(nt_xent_shifted(za, zb)[1]) + tf.reduce_mean(nt_xent_shifted(za, zb)[2])
        v = self.encoder.trainable_variables + self.head.trainable_variables
        self.opt.apply_gradients(zip(t.gradient(total, v), v))
        return total
