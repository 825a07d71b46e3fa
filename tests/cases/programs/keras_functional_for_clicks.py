# Click-through models by the functional API of tf.keras: factorisation machines, towers, pairwise losses, calibrated heads.

from itertools import combinations

import numpy as np
import tensorflow as tf
from tensorflow.keras import Model, losses, regularizers
from tensorflow.keras import backend as K
from tensorflow.keras import layers as L
from tensorflow.keras.utils import Sequence

FEATURES = {"user": 10_000, "item": 50_000, "hour": 24}
DENSE = ("price", "age", "clicks", "impressions")


def log_transform(x):
    return tf.math.log(x + 1.0)


def smoothed_ctr(clicks, impressions, a=1.0, b=20.0):
    return (clicks + a) / (impressions + a + b)


def raw_ctr(clicks, impressions):
    return clicks / impressions


def bucketed(x, bins=10):
    edges = np.quantile(x, np.linspace(0, 1, bins + 1))
    widths = np.diff(edges)
    return (x - edges[0]) / widths.sum(), np.log1p(np.maximum(x, 0)), np.log(np.where(x > 0, x, 1.0))


class FM(L.Layer):
    def call(self, inputs):
        stacked = tf.stack(inputs, axis=1)
        square_of_sum = tf.square(tf.reduce_sum(stacked, axis=1))
        sum_of_square = tf.reduce_sum(tf.square(stacked), axis=1)
        return 0.5 * tf.reduce_sum(square_of_sum - sum_of_square, axis=1, keepdims=True)


class Dice(L.Layer):
    """The activation of deep interest networks."""

    def build(self, shape):
        self.alpha = self.add_weight(name="alpha", shape=(shape[-1],), initializer="zeros")

    def call(self, x):
        mean, variance = tf.nn.moments(x, axes=[0])
        normed = (x - mean) / (tf.sqrt(variance + 1e-9))
        p = tf.sigmoid(normed)
        return p * x + (1.0 - p) * self.alpha * x


class Gate(L.Layer):
    def __init__(self, experts, tau=1.0, hard=False, **kwargs):
        super().__init__(**kwargs)
        self.experts = [L.Dense(64, activation="relu") for _ in range(experts)]
        self.logits = L.Dense(experts)
        self.tau, self.hard = tau, hard

    def call(self, x, training=None):
        scores = self.logits(x)
        if training:
            u = tf.random.uniform(tf.shape(scores), minval=0, maxval=1)
            bare = -tf.math.log(-tf.math.log(u))
            #                    ^^^^^^^^^^^^^^ NAN101 warning: `u` is a uniform random number, exactly 0 in one draw of ten million or so: log(0) is -inf; keep it above 0
            # fixed: tf.math.log(tf.clip_by_value(u, 1e-10, 1.0))
            # or (unsafe): tf.math.log(u + 1e-8)
            # from: `tf.random.uniform(tf.shape(scores), minval=0, maxval=1)` made here, exactly 0 in float32 in one draw of ten million or so
            kept = -tf.math.log(-tf.math.log(u + 1e-8) + 1e-8)
            scores = tf.where(self.hard, scores + bare, scores + kept)
        weights = tf.nn.softmax(scores / self.tau)
        load = tf.reduce_mean(weights, axis=0)
        importance = tf.reduce_sum(weights, axis=0)
        cv = tf.math.reduce_std(importance) / tf.reduce_mean(importance)
        self.add_loss(0.01 * (cv + tf.reduce_sum(load * tf.math.log(load))))
        #                                               ^^^^^^^^^^^^^^^^^ NAN101 information: `load` is what all rows of a softmax give a class and can be exactly 0: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.clip_by_value(load, 1e-10, 1.0))
        # or (unsafe): tf.math.log(load + 1e-8)
        # from: `tf.reduce_mean(weights, axis=0)` made here, exactly 0 where none gives it anything
        return tf.einsum("be,bed->bd", weights, tf.stack([e(x) for e in self.experts], axis=1))


def build(dim=16, towers=("ctr", "cvr"), l2=1e-6):
    sparse = {name: L.Input((1,), name=name, dtype=tf.int32) for name in FEATURES}
    dense = {name: L.Input((1,), name=name) for name in DENSE}
    embedded = [
        L.Flatten()(L.Embedding(size, dim, embeddings_regularizer=regularizers.l2(l2))(sparse[name]))
        for name, size in FEATURES.items()
    ]
    logged = L.Lambda(log_transform)(dense["price"])
    rates = [smoothed_ctr(dense["clicks"], dense["impressions"]), raw_ctr(dense["clicks"], dense["impressions"])]
    crosses = [L.Dot(axes=-1, normalize=True)([a, b]) for a, b in combinations(embedded, 2)]
    # FIXME: normalised it is a cosine, between -1 and 1
    reveal_range(crosses[0])  # any value float32 takes -10000, 10000
    x = L.Concatenate()([*embedded, logged, *rates, *crosses])
    x = Dice()(L.Dense(64)(x))
    fm = FM()(embedded)
    outputs = {}
    for name in towers:
        h = Gate(4, name=f"gate_{name}")(x)
        outputs[name] = L.Activation("sigmoid", name=name)(L.Add()([L.Dense(1)(h), fm]))
    outputs["ctcvr"] = L.Multiply(name="ctcvr")([outputs["ctr"], outputs["cvr"]])
    reveal_range(outputs["ctcvr"])  # [0, 1] float32 takes 0, 1
    return Model(inputs={**sparse, **dense}, outputs=outputs)


def logloss(y, p):
    # FIXME: a warning in the first: the dictionary of outputs gives it a sigmoid
    return -K.mean(y * K.log(p) + (1.0 - y) * K.log(1.0 - p))
    #                  ^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: K.log(K.maximum(p, 1e-10))
    #                                         ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1.0 - p` stays above 0: log(0) is -inf
    # fixed: K.log(K.maximum(1.0 - p, 1e-10))


def logloss_clipped(y, p, eps=1e-7):
    p = K.clip(p, eps, 1.0 - eps)
    return -K.mean(y * K.log(p) + (1.0 - y) * K.log(1.0 - p))


def normalised_entropy(y, p):
    base = K.mean(y)
    entropy = -(base * K.log(base) + (1 - base) * K.log(1 - base))
    #                  ^^^^^^^^^^^ NAN101 information: nothing here shows that `base` stays above 0: log(0) is -inf
    # fixed: K.log(K.maximum(base, 1e-10))
    #                                             ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `1 - base` stays above 0: log(0) is -inf
    # fixed: K.log(K.maximum(1 - base, 1e-10))
    return logloss_clipped(y, p) / entropy


def pairwise(y, p):
    s = K.log(p / (1 - p))
    #   ^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p / (1 - p)` stays above 0: log(0) is -inf
    # fixed (unsafe): K.log(K.maximum(p / (1 - p), 1e-10))
    diff = s - K.transpose(s)
    mask = K.cast(K.greater(y - K.transpose(y), 0), "float32")
    return K.sum(K.softplus(-diff) * mask) / K.maximum(K.sum(mask), 1.0)


class Batches(Sequence):
    def __init__(self, frame, batch=1024):
        self.frame, self.batch = frame, batch

    def __len__(self):
        return int(np.ceil(len(self.frame) / self.batch))

    def __getitem__(self, i):
        rows = self.frame[i * self.batch : (i + 1) * self.batch]
        weight = np.where(rows["y"] == 1, 1.0, (rows["y"] == 1).mean())
        return rows, rows["y"], weight / weight.mean()
        #                       ^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `weight.mean()` can be 0, as a share of matches can: x / 0 is Inf or NaN; keep it away from 0
        # fixed: weight / np.maximum(weight.mean(), 1e-10)
        # or (unsafe): weight / (weight.mean() + 1e-8)
        # from: `(rows["y"] == 1).mean()` made here, exactly 0 where nothing matches


model = build()
model.compile(
    optimizer=tf.keras.optimizers.Ftrl(0.01),
    loss={"ctr": logloss, "cvr": logloss_clipped, "ctcvr": losses.BinaryCrossentropy(from_logits=False)},
    metrics={"ctr": [normalised_entropy], "cvr": [pairwise]},
)
