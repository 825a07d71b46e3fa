# A softmax by hand is shifted only where both its exponentials are of one value and its operand can be written twice.

import numpy as np
import tensorflow as tf
from tensorflow import keras


def emptied(s):
    s = np.array(s)
    e = np.exp(s)
    s.fill(0)
    return e / np.exp(s).sum(axis=-1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(s)` overflows, it is NaN; use NumPy's own
    # fixed: nothing


def of_two(s, c):
    return np.exp(s if c else s + 1) / np.exp(s if c else s + 1).sum(axis=-1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(s if c else s + 1)` overflows, it is NaN; use NumPy's own
    # fixed: nothing


def commented(s):
    e = np.exp(
        s  # scores
    )
    return e / e.sum(axis=-1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand: where `np.exp(s)` overflows, it is NaN; use NumPy's own
    # fixed: e = np.exp( s - np.max(s, axis=-1, keepdims=True) # scores )
    # adds: - np.max(s, axis=-1, keepdims=True)


def of_a_layer(x):
    h = keras.layers.Dense(10)(x)
    return tf.exp(h) / tf.reduce_sum(tf.exp(h), axis=1, keepdims=True)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(…)` can be 0, as an exponential can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: tf.nn.softmax(h, axis=1)
    # from: `tf.exp(h)` made here, exactly 0 in float32 for inputs below -87
    #      ^^^^^^^^^ NAN104 information: `h` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: tf.exp(h - tf.reduce_max(h, axis=1, keepdims=True))
    # adds: - tf.reduce_max(h, axis=1, keepdims=True)
    # or (unsafe): h = tf.minimum(keras.layers.Dense(10)(x), 30.0)
    # from: `keras.layers.Dense(10)(x)` made here, unbounded
    #                                ^^^^^^^^^ NAN104 information: `h` is the output of a linear layer, which nothing bounds: exp overflows to Inf in float32
    # fixed: tf.exp(h - tf.reduce_max(h, axis=1, keepdims=True))
    # adds: - tf.reduce_max(h, axis=1, keepdims=True)
    # or (unsafe): h = tf.minimum(keras.layers.Dense(10)(x), 30.0)
    # from: `keras.layers.Dense(10)(x)` made here, unbounded


def helper(p):
    return 1 - p + 1e-8


@tf.function
def compiled(x):
    return tf.math.log(helper(tf.sigmoid(x)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: tf.math.log(tf.clip_by_value(helper(tf.sigmoid(x)), 1e-10, 1.0))
    # or (unsafe): tf.math.log(helper(tf.sigmoid(x)) + 1e-8)
    # from: `tf.sigmoid(x)` made here, exactly 1 in float32 for inputs above 17
    # from: `helper(tf.sigmoid(x))` returned by this call
