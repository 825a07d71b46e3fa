# Grappler moves an epsilon into any difference, unless something stands between them; XLA needs a constant.

import tensorflow as tf

EPS = 1e-8


@tf.function
def train_step(z):
    p = tf.nn.sigmoid(z)
    return loss(p) + tf.reduce_mean(tf.math.log(EPS + (1.0 - p)))
    #                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `EPS + (1.0 - p)` loses its mask when compiled
    # fixed: tf.math.log(tf.maximum(1.0 - p, 1e-7))


def loss(p):
    q = 1 - p + 1e-8
    return tf.reduce_mean(tf.math.log(q)) + tf.reduce_mean(tf.sqrt(1 - p + 1e-10))
    #                     ^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled
    # fixed: tf.maximum(1 - p, 1e-7)
    # adds: tf.maximum(
    # adds: , 1e-7)
    #                                                      ^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-10` loses its mask when compiled
    # fixed: tf.sqrt(tf.maximum(1 - p, 1e-7))


@tf.function
def by_a_function(z):
    p = tf.nn.sigmoid(z)
    return tf.math.log(tf.add(1 - p, 1e-8))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `tf.add(1 - p, 1e-8)` loses its mask when compiled


@tf.function
def scaled(x: tf.Tensor):
    smallest, largest = tf.reduce_min(x), tf.reduce_max(x)
    return (x - smallest) / (largest - smallest + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `largest - small…t + 1e-8` loses its mask when compiled
    # fixed: (x - smallest) / tf.maximum(largest - smallest, 1e-8)


@tf.function(jit_compile=True)
def takes_no_difference_of_two_apart(x: tf.Tensor):
    smallest, largest = tf.reduce_min(x), tf.reduce_max(x)
    return (x - smallest) / (largest - smallest + 1e-8)


@tf.function
def survives(z):
    p = tf.nn.tanh(z)
    a = tf.math.log(1 - p + 1e-7)
    b = tf.math.log(tf.maximum(1 - p, 1e-8))
    c = tf.math.log(tf.nn.relu(z) + 1e-8)
    d = tf.math.log(tf.abs(1 - p) + 1e-8)
    e = tf.math.log(2.0 * (1 - p) + 1e-8)
    f = tf.math.log(tf.clip_by_value(1 - p, 1e-8, 1.0))
    return a, b, c, d, e, f


def called_by_nobody_here(z):
    p = tf.nn.softmax(z)
    return tf.math.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 information: `1 - p + 1e-8` loses its mask when compiled
    # fixed: tf.math.log(tf.maximum(1 - p, 1e-7))


@tf.function
def spread(x):
    large = (x - tf.reduce_min(x)) / (tf.reduce_max(x) - tf.reduce_min(x) + 1e-3)
    small = (x - tf.reduce_min(x)) / (tf.reduce_max(x) - tf.reduce_min(x) + 1e-8)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `tf.reduce_max(…) + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: (x - tf.reduce_min(x)) / tf.maximum(tf.reduce_max(x) - tf.reduce_min(x), 1e-8)
    return large, small


@tf.function
def difference_of_two(z, y):
    p = tf.sigmoid(z)
    a = tf.math.log(p - p * p + 1e-10)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `p - p * p + 1e-10` loses its mask when compiled: 1 + 1e-10, added first, is 1 in float32; use a maximum
    # fixed: tf.math.log(tf.maximum(p - p * p, 1e-7))
    b = tf.math.log(p - p * p + 1e-6)
    c = tf.math.log(tf.nn.softmax(z) - 0.5 * tf.nn.softmax(z) + 1e-10)
    d = tf.math.log(tf.nn.relu(z) - tf.nn.relu(y) + 1e-10)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.nn.relu(…) - tf.nn.…(…) + 1e-10` can be below 0 where a ReLU is exactly 0: log(-1) is NaN; keep it above 0
    # fixed (unsafe): tf.math.log(tf.maximum(tf.nn.relu(z) - tf.nn.relu(y) + 1e-10, 1e-10))
    return a, b, c, d
