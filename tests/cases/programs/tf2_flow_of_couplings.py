# A normalising flow of affine couplings with tf.function and TensorFlow Probability: scales, log-determinants, logits of pixels.

import functools

import numpy as np
import tensorflow as tf
import tensorflow_probability as tfp

tfd = tfp.distributions
tfkl = tf.keras.layers


def dequantise(x, alpha=0.05, bits=8):
    x = tf.cast(x, tf.float32)
    x = (x + tf.random.uniform(tf.shape(x))) / 2.0**bits
    x = alpha + (1 - 2 * alpha) * x
    log_det = -tf.math.log(x) - tf.math.log1p(-x)
    return tf.math.log(x) - tf.math.log(1.0 - x), tf.reduce_sum(log_det, axis=[1, 2, 3])


def logit(p):
    return tf.math.log(p / (1.0 - p))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p / (1.0 - p)` can be 0, as a sigmoid is for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.maximum(p / (1.0 - p), 1e-10))
    # from: `tf.sigmoid(u)` made here, exactly 0 in float32 for inputs below -87
    #                  ^^^^^^^^^^^^^ NAN102 warning: `(1.0 - p)` can be 0 where a sigmoid is exactly 1: x / 0 is Inf or NaN; keep it away from 0
    # fixed: p / tf.maximum(1.0 - p, 1e-7)
    # or (unsafe): tf.math.divide_no_nan(p, 1.0 - p)
    # from: `tf.sigmoid(u)` made here, exactly 1 in float32 for inputs above 17


def network(width, out, depth=2):
    net = tf.keras.Sequential(name="st")
    for _ in range(depth):
        net.add(tfkl.Dense(width, activation="relu"))
    net.add(tfkl.Dense(out, kernel_initializer="zeros"))
    return net


class Coupling(tf.Module):
    """Scales half of the features by what is computed of the other half."""

    def __init__(self, dim, width=128, scale="exp", name=None):
        super().__init__(name=name)
        self.net = network(width, dim)
        self.kind = scale
        self.s_factor = tf.Variable(tf.ones([dim // 2]), name="factor")

    def scale(self, raw):
        if self.kind == "exp":
            s = tf.exp(raw)
            #   ^^^^^^^^^^^ NAN104 information: `raw` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
        elif self.kind == "tanh":
            s = tf.exp(tf.tanh(raw) * 3.0)
        elif self.kind == "sigmoid":
            s = tf.sigmoid(raw + 2.0)
        elif self.kind == "floored":
            s = tf.sigmoid(raw + 2.0) * 0.9 + 0.1
        else:
            raise ValueError(f"unknown scale {self.kind!r}")
        return s

    def forward(self, x):
        a, b = tf.split(x, 2, axis=-1)
        raw, shift = tf.split(self.net(a), num_or_size_splits=2, axis=-1)
        s = self.scale(raw)
        y = tf.concat([a, b * s + shift], -1)
        return y, tf.reduce_sum(tf.math.log(s), axis=-1)
        #                       ^^^^^^^^^^^^^^ NAN101 warning: `s` is an exponential, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.maximum(s, 1e-10))
        # or (unsafe): tf.math.log(s + 1e-8)
        # from: `tf.exp(raw)` made here, exactly 0 in float32 for inputs below -87
        # from: `self.scale(raw)` returned by this call

    def inverse(self, y):
        a, b = tf.split(y, 2, axis=-1)
        raw, shift = tf.split(self.net(a), 2, -1)
        s = self.scale(raw)
        return tf.concat([a, (b - shift) / s], axis=-1), -tf.reduce_sum(tf.math.log(s), -1)
        #                    ^^^^^^^^^^^^^^^ NAN102 warning: `s` is an exponential, exactly 0 for inputs below -87: x / 0 is Inf or NaN; keep it away from 0
        # fixed: (b - shift) / tf.maximum(s, 1e-7)
        # or (unsafe): (b - shift) / (s + 1e-8)
        # or (unsafe): tf.math.divide_no_nan(b - shift, s)
        # from: `tf.exp(raw)` made here, exactly 0 in float32 for inputs below -87
        # from: `self.scale(raw)` returned by this call
        #                                                               ^^^^^^^^^^^^^^ NAN101 warning: `s` is an exponential, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
        # fixed: tf.math.log(tf.maximum(s, 1e-7))
        # or (unsafe): tf.math.log(s + 1e-8)
        # from: `tf.exp(raw)` made here, exactly 0 in float32 for inputs below -87
        # from: `self.scale(raw)` returned by this call


class SoftClamp(Coupling):
    def forward(self, x):
        a, b = x[..., ::2], x[..., 1::2]
        raw, shift = tf.split(self.net(a), 2, axis=-1)
        log_s = self.s_factor * tf.tanh(raw / (tf.abs(self.s_factor) + 1.0))
        bounded = 2.0 * tf.atan(raw)
        reveal_range(bounded)  # [-3.14159274, 3.14159274] float32
        return tf.concat([a, b * tf.exp(bounded) + shift], -1), tf.reduce_sum(bounded + 0.0 * log_s, -1)


class ActNorm(tf.Module):
    def __init__(self, dim):
        super().__init__()
        self.log_scale = tf.Variable(tf.zeros(dim))
        self.bias = tf.Variable(tf.zeros(dim))
        self.ready = tf.Variable(False, trainable=False)

    def initialise(self, x, eps=1e-6):
        mean, var = tf.nn.moments(x, axes=[0])
        self.bias.assign(-mean)
        self.log_scale.assign(-0.5 * tf.math.log(var + eps))
        self.ready.assign(True)

    def initialise_badly(self, x):
        std = tf.math.reduce_std(x, axis=0)
        self.log_scale.assign(tf.math.log(1.0 / std))
        #                                 ^^^^^^^^^ NAN102 information: `std` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: std = tf.sqrt(tf.maximum(tf.math.reduce_variance(x, axis=0), 1e-12))
        # adds: tf.sqrt(tf.maximum(tf.math.reduce_variance(x, axis=0), 1e-12))
        # from: `tf.math.reduce_std(x, axis=0)` made here, exactly 0 where all elements are equal

    def forward(self, x):
        return (x + self.bias) * tf.exp(self.log_scale), tf.reduce_sum(self.log_scale)


class Flow(tf.Module):
    def __init__(self, dim, kinds=("exp", "tanh", "sigmoid", "floored")):
        super().__init__()
        self.prior = tfd.MultivariateNormalDiag(tf.zeros(dim), scale_diag=tf.ones(dim))
        self.steps = [Coupling(dim, scale=k) for k in kinds] + [SoftClamp(dim), ActNorm(dim)]

    def log_prob(self, x):
        total = tf.zeros(tf.shape(x)[:-1])
        for step in self.steps:
            x, log_det = step.forward(x)
            total += log_det
        return self.prior.log_prob(x) + total


def train(flow, dataset, clip=1.0, opt=None):
    opt = opt or tf.keras.optimizers.Adamax(1e-3, epsilon=1e-7)

    @functools.partial(tf.function, reduce_retracing=True)
    def step(x):
        with tf.GradientTape() as tape:
            u, extra = dequantise(x)
            nll = -tf.reduce_mean(flow.log_prob(tf.reshape(u, [tf.shape(u)[0], -1])) + extra)
            bits = nll / (np.log(2.0) * tf.cast(tf.reduce_prod(tf.shape(x)[1:]), tf.float32))
            again = logit(tf.sigmoid(u)) + logit(tf.clip_by_value(tf.sigmoid(u), 1e-5, 1 - 1e-5))
            nll += 0.0 * tf.reduce_mean(again)
        grads = tape.gradient(nll, flow.trainable_variables)
        grads = [g if g is None else tf.clip_by_norm(g, clip) for g in grads]
        opt.apply_gradients((g, v) for g, v in zip(grads, flow.trainable_variables) if g is not None)
        reveal_range(tf.sigmoid(u))  # [0, 1] float32 or NaN takes 0, 1
        return bits

    return [float(step(batch)) for batch in dataset]
