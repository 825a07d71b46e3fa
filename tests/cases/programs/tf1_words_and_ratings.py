# Embeddings of words and factors of ratings: sampled losses, pairwise ranking, unit rows, similarity of words.

import collections
import math
import random

import tensorflow as tf

tf1 = tf.compat.v1
vocabulary_size, embedding_size, num_sampled = 50000, 128, 64


def subsample(words, t=1e-5):
    counts = collections.Counter(words)
    total = len(words)
    keep = {w: math.sqrt(t / (c / total)) for w, c in counts.items()}
    return [w for w in words if random.random() < keep[w]]


def unigram_table(counts, power=0.75):
    powered = tf.pow(tf.cast(counts, tf.float32), power)
    return powered / tf.reduce_sum(powered)


def nce_by_hand(center, context, noise, k=num_sampled):
    pos = tf.reduce_sum(center * context, axis=1)
    neg = tf.matmul(center, noise, transpose_b=True)
    naive = -tf1.log(tf.sigmoid(pos)) - tf.reduce_sum(tf1.log(tf.sigmoid(-neg)), 1)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.sigmoid(pos)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log_sigmoid(pos)
    # or: tf1.log(tf1.clip_by_value(tf.sigmoid(pos), 1e-10, 1.0))
    # from: `tf.sigmoid(pos)` made here, exactly 0 in float32 for inputs below -87
    #                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.sigmoid(-neg)` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log_sigmoid(-neg)
    # or: tf1.log(tf1.clip_by_value(tf.sigmoid(-neg), 1e-10, 1.0))
    # from: `tf.sigmoid(-neg)` made here, exactly 0 in float32 for inputs below -87
    shifted = -tf1.log(tf.sigmoid(pos) + 1e-10) - tf.reduce_sum(tf1.log(1 - tf.sigmoid(neg) + 1e-10), 1)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `tf.sigmoid(pos) + 1e-10` keeps the logarithm of a sigmoid finite and moves every value: log_sigmoid is exact
    # fixed (unsafe): tf.math.log_sigmoid(pos)
    # from: `tf.sigmoid(pos)` made here, values in [0, 1]
    #                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 information: `1 - tf.sigmoid(…+ 1e-10` loses its mask when compiled: 1 + 1e-10, added first, is 1 in float32; use a maximum
    # fixed: tf1.log(tf1.maximum(1 - tf.sigmoid(neg), 1e-7))
    # or: tf1.log(tf1.clip_by_value(1 - tf.sigmoid(neg) + 1e-10, 1e-10, 1.0))
    # or (unsafe): tf.math.log_sigmoid(-neg)
    # or: tf1.log(1 - tf.sigmoid(neg) + 1e-7)
    # from: `tf.sigmoid(neg)` made here, exactly 1 in float32 for inputs above 17
    stable = -tf1.log_sigmoid(pos) - tf.reduce_sum(tf1.log_sigmoid(-neg), 1)
    softplus = tf.nn.softplus(-pos) + tf.reduce_sum(tf.nn.softplus(neg), 1)
    return {"naive": naive, "shifted": shifted, "stable": stable, "softplus": softplus}


graph = tf.Graph()
with graph.as_default(), tf.device("/cpu:0"):
    train_inputs = tf1.placeholder(tf.int32, shape=[None])
    train_labels = tf1.placeholder(tf.int32, shape=[None, 1])
    valid = tf.constant([3, 17, 99], dtype=tf.int32)
    embeddings = tf.Variable(tf1.random_uniform([vocabulary_size, embedding_size], -1.0, 1.0))
    embed = tf1.nn.embedding_lookup(embeddings, train_inputs)
    weights = tf.Variable(
        tf1.truncated_normal([vocabulary_size, embedding_size], stddev=1.0 / math.sqrt(embedding_size))
    )
    biases = tf.Variable(tf.zeros([vocabulary_size]))
    sampled = tf1.nn.nce_loss(weights, biases, train_labels, embed, num_sampled, vocabulary_size)
    parts = nce_by_hand(embed, tf1.nn.embedding_lookup(weights, tf.squeeze(train_labels, 1)), weights[:num_sampled])
    loss = tf.reduce_mean(sampled) + sum(tf.reduce_mean(v) for v in parts.values())
    optimizer = tf1.train.GradientDescentOptimizer(1.0).minimize(loss)

    norm = tf.sqrt(tf1.reduce_sum(tf.square(embeddings), 1, keep_dims=True))
    normalized = embeddings / norm
    floored = embeddings / tf.maximum(norm, 1e-12)
    similarity = tf.matmul(tf1.nn.embedding_lookup(normalized, valid), floored, transpose_b=True)
    # FIXME: it is only fetched: nobody takes its derivative
    angles = tf.acos(tf.clip_by_value(similarity, -1.0, 1.0))
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.clip_by_value(similarity, -1.0, 1.0)` can be -1: acos has an infinite gradient at -1 and 1
    # fixed (unsafe): tf.acos(tf.clip_by_value(similarity, -1 + 1e-7, 1 - 1e-7))
    # from: `tf.matmul(tf1.nn.embedding_lookup(normalized, valid), floored, transpose_b=True)` made here, unbounded
    distances = tf.sqrt(2.0 - 2.0 * similarity)
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `2.0 - 2.0 * similarity` comes from a matrix product, and nothing keeps it at 0 or above: sqrt(-1) is NaN
    # fixed (unsafe): tf.sqrt(tf.maximum(2.0 - 2.0 * similarity, 1e-10))
    # from: `tf.matmul(tf1.nn.embedding_lookup(normalized, valid), floored, transpose_b=True)` made here, unbounded
    init = tf1.global_variables_initializer()

with tf1.Session(graph=graph) as session:
    init.run()
    nearest, turned, _ = session.run([similarity, angles, distances])


class Factors(object):
    """Biased factors with pairwise ranking (BPR) or pointwise losses."""

    LOSSES = ("mse", "bpr", "bpr_naive", "warp", "poisson")

    def __init__(self, n_users, n_items, dim=32, reg=1e-4, kind="bpr"):
        assert kind in self.LOSSES
        self.kind, self.reg = kind, reg
        with tf1.variable_scope("factors"):
            init = tf1.random_normal_initializer(0, 0.01)
            self.P = tf1.get_variable("P", [n_users, dim], initializer=init)
            self.Q = tf1.get_variable("Q", [n_items, dim], initializer=init)
            self.b = tf1.get_variable("b", [n_items], initializer=tf1.zeros_initializer())

    def score(self, u, i):
        pu, qi = tf1.nn.embedding_lookup(self.P, u), tf.gather(self.Q, i)
        return tf1.reduce_sum(pu * qi, 1) + tf.gather(self.b, i)

    def loss(self, u, i, j=None, r=None):
        x_ui = self.score(u, i)
        if self.kind == "mse":
            out = tf.reduce_mean(tf1.squared_difference(r, x_ui))
            rmse = tf.sqrt(out)
            return out + 0.0 * tf.stop_gradient(rmse)
        if self.kind == "poisson":
            rate = tf.exp(x_ui)
            #      ^^^^^^^^^^^^ NAN104 information: `x_ui` comes from an embedding, which nothing bounds: exp overflows to Inf in float32
            # fixed (unsafe): x_ui = tf.minimum(self.score(u, i), 30.0)
            # adds: tf.minimum(
            # adds: , 30.0)
            # or (unsafe): tf.exp(tf.minimum(x_ui, 30.0))
            # from: `tf1.nn.embedding_lookup(self.P, u)` made here, unbounded
            # from: `self.score(u, i)` returned by this call
            return tf.reduce_mean(rate - r * tf1.log(rate))
            #                                ^^^^^^^^^^^^^ NAN101 warning: `rate` is an exponential, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
            # fixed (unsafe): tf1.log(tf1.maximum(rate, 1e-10))
            # or (unsafe): tf1.log(rate + 1e-8)
            # from: `tf.exp(x_ui)` made here, exactly 0 in float32 for inputs below -87
        margin = x_ui - self.score(u, j)
        if self.kind == "warp":
            rank = tf.floor((1000.0 - 1.0) / tf.maximum(margin, 1.0))
            return tf.reduce_mean(tf1.log(tf.maximum(1.0, rank)) * tf.nn.relu(1.0 - margin))
        if self.kind == "bpr_naive":
            p = 1.0 / (1.0 + tf.exp(-margin))
            #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 warning: this is a sigmoid written out by hand: where `tf.exp(…)` overflows, its gradient is NaN; use TensorFlow's own
            # fixed: tf.sigmoid(margin)
            # from: `tf.exp(-margin)` made here, values in [0, inf]
            #                ^^^^^^^^^^^^^^^ NAN104 information: `-margin` comes from an embedding, which nothing bounds: exp overflows to Inf in float32
            # fixed (unsafe): margin = tf.maximum(x_ui - self.score(u, j), -30.0)
            # adds: tf.maximum(
            # adds: , -30.0)
            # or (unsafe): tf.exp(tf.minimum(-margin, 30.0))
            # from: `tf1.nn.embedding_lookup(self.P, u)` made here, unbounded
            # from: `self.score(u, i)` returned by this call
            # from: `margin = x_ui - self.score(u, j)` goes into `margin` here
            reveal_range(p)  # [0, 1] float32 takes 0, 1
            return -tf.reduce_sum(tf1.log(p))
            #                     ^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
            # fixed: tf.math.log_sigmoid(margin)
            # from: `1.0 / (1.0 + tf.exp(-margin))` made here, exactly 0 in float32 for inputs below -87
        l2 = self.reg * (tf.nn.l2_loss(self.P) + tf.nn.l2_loss(self.Q))
        return l2 - tf.reduce_mean(tf1.log(tf.clip_by_value(tf.sigmoid(margin), 1e-8, 1.0)))


def ndcg(scores, relevance, k=10):
    top = tf1.nn.top_k(scores, k).indices
    gains = tf.gather(relevance, top, batch_dims=1)
    discount = tf1.log(tf.range(k, dtype=tf.float32) + 2.0) / tf1.log(2.0)
    reveal_range(discount)  # [0.999999285, inf] float32 takes 1
    ideal = tf.reduce_sum(tf1.nn.top_k(relevance, k).values / discount, 1)
    return tf.reduce_sum(gains / discount, 1) / ideal, tf.math.divide_no_nan(tf.reduce_sum(gains / discount, 1), ideal)
