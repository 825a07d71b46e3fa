"""A norm, a deviation, an angle: where the derivative of each fails, and what is known of both coordinates."""

import tensorflow as tf


def between(a, b):
    return tf.norm(a - b, axis=-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a - b` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(a - b), axis=-1), 1e-12))


def spread(a, b):
    return tf.math.reduce_std(a - b, axis=-1)


def length(a, b):
    return tf.norm(a, axis=-1)


class Angles(tf.keras.layers.Layer):
    def call(self, y, x):
        return tf.atan2(tf.nn.relu(y), tf.nn.relu(x)), tf.atan2(tf.nn.relu(y), tf.exp(x) + 1.0)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.nn.relu(y)` is a ReLU and can be exactly 0: the gradient of an angle is NaN at the origin
        # fixed (unsafe): tf.atan2(tf.maximum(tf.nn.relu(y), 1e-10), tf.nn.relu(x))
        # from: `tf.nn.relu(y)` made here, exactly 0 for inputs of 0 or less

    def of_one_half(self, y, x):
        return tf.atan2(tf.nn.relu(y), x), tf.atan2(tf.nn.relu(y), tf.sigmoid(x) + 0.5)


class Distances(tf.keras.layers.Layer):
    def call(self, a, b):
        return tf.norm(a - b, axis=-1), tf.math.reduce_std(a - b, axis=-1), tf.norm(a, axis=-1)
        #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a - b` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(a - b), axis=-1), 1e-12))
        #                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a - b` differs anywhere: the gradient of std is NaN at 0; keep its root above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.math.reduce_variance(a - b, axis=-1), 1e-12))
        #                                                                   ^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `a` is not all 0: the gradient of a norm is NaN at 0; keep its root above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(a), axis=-1), 1e-12))
