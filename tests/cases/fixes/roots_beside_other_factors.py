"""A floor below a root mends a division by it, and not where another factor of the divisor is 0 as well."""

import tensorflow as tf

scale = tf.keras.layers.Dense(3)
angle = tf.keras.layers.Dense(3)


def beside_an_exponential(x, y):
    s = tf.exp(tf.minimum(scale(x), 30.0))
    rest = tf.nn.relu(angle(x))
    divisor = s * tf.sqrt(rest)
    #             ^^^^^^^^^^^^^ NAN301 warning: `rest` is a ReLU, exactly 0 for inputs of 0 or less: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(rest, 1e-10))
    # or (unsafe): tf.sqrt(rest + 1e-8)
    # from: `tf.nn.relu(angle(x))` made here, exactly 0 for inputs of 0 or less
    return y / divisor
    #      ^^^^^^^^^^^ NAN102 warning: `divisor` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): y / tf.maximum(divisor, 1e-7)
    # from: `tf.nn.relu(angle(x))` made here, exactly 0 for inputs of 0 or less
    # from: `tf.sqrt(rest)` made here, values in [0, inf]
    # from: `divisor = s * tf.sqrt(rest)` goes into `divisor` here


def beside_a_number(x, y):
    rest = tf.nn.relu(angle(x))
    divisor = 2.0 * tf.sqrt(rest)
    #               ^^^^^^^^^^^^^ NAN301 warning: `rest` is a ReLU, exactly 0 for inputs of 0 or less: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(rest, 1e-10))
    # or (unsafe): tf.sqrt(rest + 1e-8)
    # from: `tf.nn.relu(angle(x))` made here, exactly 0 for inputs of 0 or less
    return y / divisor
    #      ^^^^^^^^^^^ NAN102 warning: `divisor` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: divisor = 2.0 * tf.sqrt(tf.maximum(rest, 1e-12))
    # adds: tf.maximum(
    # adds: , 1e-12)
    # from: `tf.nn.relu(angle(x))` made here, exactly 0 for inputs of 0 or less
    # from: `tf.sqrt(rest)` made here, values in [0, inf]


def beside_a_root(x, y):
    one, other = tf.nn.relu(scale(x)), tf.nn.relu(angle(x))
    divisor = tf.sqrt(one) * tf.sqrt(other)
    #         ^^^^^^^^^^^^ NAN301 warning: `one` is a ReLU, exactly 0 for inputs of 0 or less: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(one, 1e-10))
    # or (unsafe): tf.sqrt(one + 1e-8)
    # from: `tf.nn.relu(scale(x))` made here, exactly 0 for inputs of 0 or less
    #                        ^^^^^^^^^^^^^^ NAN301 warning: `other` is a ReLU, exactly 0 for inputs of 0 or less: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(other, 1e-10))
    # or (unsafe): tf.sqrt(other + 1e-8)
    # from: `tf.nn.relu(angle(x))` made here, exactly 0 for inputs of 0 or less
    return y / divisor
    #      ^^^^^^^^^^^ NAN102 warning: `divisor` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    # fixed: divisor = tf.sqrt(tf.maximum(one, 1e-12)) * tf.sqrt(tf.maximum(other, 1e-12))
    # adds: tf.maximum(
    # adds: , 1e-12)
    # adds: tf.maximum(
    # adds: , 1e-12)
    # from: `tf.nn.relu(scale(x))` made here, exactly 0 for inputs of 0 or less
    # from: `tf.sqrt(one)` made here, values in [0, inf]
