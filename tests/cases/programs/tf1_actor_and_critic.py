"""Advantage actor-critic with Gaussian and categorical policies, the ratio of PPO, and normalised advantages."""

from collections import deque, namedtuple

import numpy as np
import tensorflow as tf

Transition = namedtuple("Transition", "state action reward done")


class Categorical(object):
    def __init__(self, logits):
        self.logits = logits

    @property
    def probs(self):
        return tf.nn.softmax(self.logits, axis=-1)

    def neglogp(self, a):
        return tf.nn.sparse_softmax_cross_entropy_with_logits(logits=self.logits, labels=a)

    def entropy(self):
        a0 = self.logits - tf.reduce_max(self.logits, axis=-1, keepdims=True)
        ea0 = tf.exp(a0)
        z0 = tf.reduce_sum(ea0, axis=-1, keepdims=True)
        p0 = ea0 / z0
        # FIXME: it takes 1 as well, as where nothing is known of the logits
        reveal_range(p0)  # [0, 1] float32 takes 0
        return tf.reduce_sum(p0 * (tf.log(z0) - a0), axis=-1)

    def naive_entropy(self):
        p = self.probs
        return -tf.reduce_sum(p * tf.log(p), axis=-1)
        #                         ^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: tf.log(tf.clip_by_value(p, 1e-10, 1.0))
        # or (unsafe): tf.log(p + 1e-8)
        # from: `tf.nn.softmax(self.logits, axis=-1)` made here, exactly 0 in float32 once a logit trails the largest by 87
        # from: `p = self.probs` goes into `p` here

    def kl(self, other):
        return tf.reduce_sum(self.probs * (tf.log(self.probs) - tf.log(other.probs + 1e-8)), -1)
        #                                  ^^^^^^^^^^^^^^^^^^ NAN101 warning: `self.probs` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: tf.log(tf.clip_by_value(self.probs, 1e-10, 1.0))
        # or (unsafe): tf.log(self.probs + 1e-8)
        # from: `tf.nn.softmax(self.logits, axis=-1)` made here, exactly 0 in float32 once a logit trails the largest by 87

    def sample(self):
        u = tf.random_uniform(tf.shape(self.logits), dtype=self.logits.dtype)
        return tf.argmax(self.logits - tf.log(-tf.log(u)), axis=-1)


class DiagGaussian(object):
    def __init__(self, flat):
        mean, logstd = tf.split(axis=-1, num_or_size_splits=2, value=flat)
        self.mean = mean
        self.logstd = logstd
        self.std = tf.exp(logstd)

    def neglogp(self, x):
        return (
            0.5 * tf.reduce_sum(tf.square((x - self.mean) / self.std), axis=-1)
            + 0.5 * np.log(2.0 * np.pi) * tf.to_float(tf.shape(x)[-1])
            + tf.reduce_sum(self.logstd, axis=-1)
        )

    def squashed(self, x):
        action = tf.tanh(x)
        loose = tf.log(1 - action**2)
        #       ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `1 - action**2` can be 0 where a tanh is exactly -1 (for inputs below -8): log(0) is -inf; keep it above 0
        # fixed: 2.0 * (0.6931471805599453 - x - tf.nn.softplus(-2.0 * x))
        # or: tf.log(tf.clip_by_value(1 - action**2, 1e-10, 1.0))
        # from: `tf.tanh(x)` made here, exactly -1 in float32 for inputs below -8
        tight = tf.log(1 - tf.square(action) + 1e-6)
        right = 2.0 * (np.log(2.0) - x - tf.nn.softplus(-2.0 * x))
        reveal_range(1 - action**2)  # [0, 1] float32 takes 0
        return [self.neglogp(x) + tf.reduce_sum(c, axis=1) for c in (loose, tight, right)]


class BoundedGaussian(DiagGaussian):
    LOG_STD = (-20.0, 2.0)

    def __init__(self, flat):
        super(BoundedGaussian, self).__init__(flat)
        self.logstd = tf.clip_by_value(self.logstd, *self.LOG_STD)
        self.std = tf.exp(self.logstd)


def normalize(adv, eps=1e-8):
    mean, var = tf.nn.moments(adv, axes=[0])
    return (adv - mean) / (tf.sqrt(var) + eps), (adv - mean) / tf.sqrt(var)
    #                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.sqrt(var)` can be 0, as a variance can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (adv - mean) / tf.sqrt(tf.maximum(var, 1e-12))
    # from: `tf.nn.moments(adv, axes=[0])` made here, exactly 0 where all elements are equal
    # from: `tf.sqrt(var)` made here, values in [0, inf]


class Agent(object):
    def __init__(self, n_states, n_actions, continuous=False, clip=0.2, ent_coef=0.01):
        self.s = tf.placeholder("float", [None, n_states])
        self.adv = tf.placeholder(tf.float32, [None])
        self.old = tf.placeholder(tf.float32, [None])
        self.ret = tf.placeholder(tf.float32, [None])
        h = tf.layers.dense(self.s, 64, tf.nn.tanh, kernel_initializer=tf.orthogonal_initializer(np.sqrt(2)))
        self.v = tf.squeeze(tf.layers.dense(h, 1), 1)
        if continuous:
            self.a = tf.placeholder(tf.float32, [None, n_actions])
            self.pi = BoundedGaussian(tf.layers.dense(h, 2 * n_actions))
            entropy = tf.reduce_sum(self.pi.logstd + 0.5 * np.log(2.0 * np.pi * np.e), -1)
        else:
            self.a = tf.placeholder(tf.int32, [None])
            self.pi = Categorical(tf.layers.dense(h, n_actions))
            entropy = self.pi.entropy() + self.pi.naive_entropy()
        neglogp = self.pi.neglogp(self.a)
        good, bad = normalize(self.adv)
        ratio = tf.exp(self.old - neglogp)
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `self.old - neglogp` small enough: exp overflows to Inf in float32
        capped = tf.exp(tf.minimum(self.old - neglogp, 10.0))
        reveal_range(capped)  # [0, 22026.4727] float32 takes 22026.4648
        surrogate = tf.minimum(ratio * good, tf.clip_by_value(capped, 1 - clip, 1 + clip) * bad)
        explained = 1 - tf.reduce_mean(tf.square(self.ret - self.v)) / tf.nn.moments(self.ret, axes=[0])[1]
        tf.summary.scalar("explained_variance", explained)
        self.loss = -tf.reduce_mean(surrogate) + 0.5 * tf.losses.mean_squared_error(self.ret, self.v)
        self.loss -= ent_coef * tf.reduce_mean(entropy)
        params = tf.trainable_variables()
        grads, norm = tf.clip_by_global_norm(tf.gradients(self.loss, params), 0.5)
        self.train_op = tf.train.RMSPropOptimizer(7e-4, decay=0.99, epsilon=1e-5).apply_gradients(zip(grads, params))


def discounted(rewards, dones, gamma=0.99):
    out = deque()
    running = 0.0
    for r, d in zip(rewards[::-1], dones[::-1]):
        running = r + gamma * running * (1.0 - d)
        out.appendleft(running)
    out = np.array(out)
    return (out - out.mean()) / (out.std() + np.finfo(np.float32).eps.item()), (out - out.mean()) / out.std()
    #                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `out.std()` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (out - out.mean()) / np.maximum(out.std(), 1e-10)
    # or (unsafe): (out - out.mean()) / (out.std() + 1e-8)
    # from: `out.std()` made here, exactly 0 where all elements are equal
