"""A mixture density network for strokes of a pen: correlations of a tanh, deviations of an exponential, sums of densities."""

import argparse

import numpy as np
import tensorflow.compat.v1 as tf1
from tensorflow.compat.v1 import get_variable, placeholder
from tensorflow.compat.v1 import variable_scope as vs

PI = np.pi


def parse(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("--num_mixture", type=int, default=20)
    parser.add_argument("--rnn_size", default=256, type=int)
    parser.add_argument("--eps", type=float, default=1e-20)
    parser.add_argument("--safe", action="store_true")
    return parser.parse_args(argv)


def normal_2d(x1, x2, mu1, mu2, s1, s2, rho):
    norm1 = tf1.subtract(x1, mu1)
    norm2 = tf1.subtract(x2, mu2)
    s1s2 = tf1.multiply(s1, s2)
    z = tf1.square(tf1.div(norm1, s1)) + tf1.square(tf1.div(norm2, s2))
    #              ^^^^^^^^^^^^^^^^^^ NAN102 information: `s1` is an exponential, exactly 0 for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): tf1.div(norm1, tf1.maximum(s1, 1e-7))
    # or (unsafe): tf1.div(norm1, s1 + 1e-8)
    # from: `tf1.exp(z_s1)` made here, exactly 0 in float32 for inputs below -87
    # from: `c["s1"]` passed as `s1` here
    #                                               ^^^^^^^^^^^^^^^^^^ NAN102 information: `s2` is an exponential, exactly 0 for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): tf1.div(norm2, tf1.maximum(s2, 1e-7))
    # or (unsafe): tf1.div(norm2, s2 + 1e-8)
    # from: `tf1.exp(z_s2)` made here, exactly 0 in float32 for inputs below -87
    # from: `c["s2"]` passed as `s2` here
    z -= 2 * tf1.div(tf1.multiply(rho, tf1.multiply(norm1, norm2)), s1s2)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `s1s2` can be 0, as an exponential is for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): tf1.div(tf1.multiply(rho, tf1.multiply(norm1, norm2)), tf1.maximum(s1s2, 1e-7))
    # or (unsafe): tf1.div(tf1.multiply(rho, tf1.multiply(norm1, norm2)), s1s2 + 1e-8)
    # from: `tf1.exp(z_s1)` made here, exactly 0 in float32 for inputs below -87
    # from: `c["s1"]` passed as `s1` here
    neg_rho = 1 - tf1.square(rho)
    result = tf1.exp(tf1.div(-z, 2 * neg_rho))
    #                ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `2 * neg_rho` can be 0 where a tanh is exactly -1: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf1.div(-z, tf1.maximum(2 * neg_rho, 1e-7))
    # or (unsafe): tf1.div(-z, 2 * neg_rho + 1e-8)
    # from: `tf1.tanh(z_corr)` made here, exactly -1 in float32 for inputs below -8
    # from: `c["rho"]` passed as `rho` here
    # from: `tf1.square(rho)` made here, values in [0, 1]
    denom = 2 * PI * tf1.multiply(s1s2, tf1.sqrt(1 - tf1.square(rho)))
    #                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `1 - tf1.square(rho)` can be 0 where a tanh is exactly -1: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf1.sqrt(tf1.clip_by_value(1 - tf1.square(rho), 1e-10, 1.0))
    # from: `tf1.tanh(z_corr)` made here, exactly -1 in float32 for inputs below -8
    # from: `c["rho"]` passed as `rho` here
    # from: `tf1.square(rho)` made here, values in [0, 1]
    return tf1.div(result, denom)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `denom` can be 0, as an exponential is for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): tf1.div(result, tf1.maximum(denom, 1e-7))
    # from: `tf1.exp(z_s1)` made here, exactly 0 in float32 for inputs below -87
    # from: `c["s1"]` passed as `s1` here


def log_normal_2d(x1, x2, mu1, mu2, log_s1, log_s2, rho):
    rho = tf1.clip_by_value(rho, -0.999, 0.999)
    n1 = (x1 - mu1) * tf1.exp(-log_s1)
    n2 = (x2 - mu2) * tf1.exp(-log_s2)
    one = 1.0 - rho * rho
    reveal_range(one)  # [0.00199896097, 1] float32 takes 0.00199896097
    return -0.5 * (n1**2 + n2**2 - 2 * rho * n1 * n2) / one - log_s1 - log_s2 - 0.5 * tf1.log(one) - np.log(2 * PI)


def coefficients(output):
    z = output
    z_eos = tf1.sigmoid(-1 * z[:, 0:1])
    z_pi, z_mu1, z_mu2, z_s1, z_s2, z_corr = tf1.split(axis=1, num_or_size_splits=6, value=z[:, 1:])
    max_pi = tf1.reduce_max(z_pi, 1, keepdims=True)
    z_pi = tf1.exp(z_pi - max_pi)
    normalize_pi = tf1.reciprocal(tf1.reduce_sum(z_pi, 1, keepdims=True))
    z_pi = tf1.multiply(normalize_pi, z_pi)
    return dict(
        pi=z_pi, mu1=z_mu1, mu2=z_mu2, s1=tf1.exp(z_s1), s2=tf1.exp(z_s2), rho=tf1.tanh(z_corr), eos=z_eos,
        #                                 ^^^^^^^^^^^^^ NAN104 information: `z_s1` is a weighted sum, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): z_s1 = tf1.minimum(z_s1, 30.0)
        # adds: z_s1 = tf1.minimum(z_s1, 30.0)
        # or (unsafe): tf1.exp(tf1.minimum(z_s1, 30.0))
        # from: `tf1.nn.xw_plus_b(hidden, w, b)` made here, unbounded
        # from: `out` passed as `output` here
        #                                                   ^^^^^^^^^^^^^ NAN104 information: `z_s2` is a weighted sum, which nothing bounds: exp overflows to Inf in float32
        # fixed (unsafe): z_s2 = tf1.minimum(z_s2, 30.0)
        # adds: z_s2 = tf1.minimum(z_s2, 30.0)
        # or (unsafe): tf1.exp(tf1.minimum(z_s2, 30.0))
        # from: `tf1.nn.xw_plus_b(hidden, w, b)` made here, unbounded
        # from: `out` passed as `output` here
        raw=(z_s1, z_s2),
    )  # fmt: skip


def lossfunc(c, x1, x2, eos, eps=1e-20):
    density = normal_2d(x1, x2, c["mu1"], c["mu2"], c["s1"], c["s2"], c["rho"])
    mixed = tf1.reduce_sum(tf1.multiply(density, c["pi"]), 1, keep_dims=True)
    result1 = -tf1.log(tf1.maximum(mixed, eps))
    pen = tf1.multiply(c["eos"], eos) + tf1.multiply(1 - c["eos"], 1 - eos)
    result2 = -tf1.log(pen)
    #          ^^^^^^^^^^^^ NAN101 warning: `pen` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf1.log(tf1.clip_by_value(pen, 1e-10, 1.0))
    return tf1.reduce_sum(result1 + result2)


def bare_lossfunc(c, x1, x2):
    mixed = tf1.reduce_sum(c["pi"] * normal_2d(x1, x2, c["mu1"], c["mu2"], c["s1"], c["s2"], c["rho"]), axis=1)
    return tf1.reduce_mean(-tf1.log(mixed))
    #                       ^^^^^^^^^^^^^^ NAN101 warning: `mixed` can be 0, as an exponential is for inputs below -87: log(0) is -inf
    # fixed: tf1.log(tf1.maximum(mixed, 1e-10))
    # or (unsafe): tf1.log(mixed + 1e-8)


def stable_lossfunc(c, x1, x2):
    log_s1, log_s2 = (tf1.clip_by_value(s, -7.0, 7.0) for s in c["raw"])
    logs = log_normal_2d(x1, x2, c["mu1"], c["mu2"], log_s1, log_s2, c["rho"])
    log_pi = tf1.log(c["pi"] + 1e-8)
    return -tf1.reduce_mean(tf1.reduce_logsumexp(logs + log_pi, axis=1))


class Model:
    def __init__(self, args, infer=False):
        n_out = 1 + args.num_mixture * 6
        self.input_data = placeholder(dtype=tf1.float32, shape=[None, 3], name="strokes")
        self.target_data = placeholder(dtype=tf1.float32, shape=[None, 3])
        with vs("rnnlm"):
            w = get_variable("w", [args.rnn_size, n_out])
            b = get_variable("b", (n_out,))
        hidden = tf1.layers.dense(self.input_data, args.rnn_size, activation=tf1.nn.elu)
        out = tf1.nn.xw_plus_b(hidden, w, b)
        c = coefficients(out)
        reveal_range(c["rho"])  # [-1, 1] float32 takes -1, 1
        reveal_range(c["pi"])  # [0, 1.00000048] float32
        eos, x1, x2 = tf1.split(self.target_data, 3, axis=1)
        if args.safe:
            self.cost = stable_lossfunc(c, x1, x2)
        else:
            self.cost = lossfunc(c, x1, x2, eos, args.eps) + bare_lossfunc(c, x1, x2)
        if not infer:
            self.lr = tf1.Variable(0.0, trainable=False)
            opt = tf1.train.AdamOptimizer(self.lr)
            gvs = opt.compute_gradients(self.cost)
            self.train_op = opt.apply_gradients([(tf1.clip_by_norm(g, 10.0), v) for g, v in gvs if g is not None])
