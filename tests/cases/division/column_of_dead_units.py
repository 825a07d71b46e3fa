"""A feature that a ReLU switched off in the whole batch has no deviation; what a ReLU makes in all of it hardly has none."""

import tensorflow as tf


class Projector(tf.keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.dense = tf.keras.layers.Dense(units, activation="relu")

    def standardized(self, x):
        z = self.dense(x)
        return (z - tf.reduce_mean(z, 0)) / tf.math.reduce_std(z, 0)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.math.reduce_std(z, 0)` is a standard deviation and can be exactly 0: x / 0 is Inf or NaN
    # fixed: (z - tf.reduce_mean(z, 0)) / tf.sqrt(tf.maximum(tf.math.reduce_variance(z, axis=0), 1e-12))
    # from: `tf.math.reduce_std(z, 0)` made here, exactly 0 of a unit that is off throughout
    #                                       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `z` is a ReLU, exactly 0 for inputs of 0 or less: the gradient of std is NaN at 0; keep its root above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.math.reduce_variance(z, axis=0), 1e-12))
    # from: `self.dense(x)` made here, exactly 0 for inputs of 0 or less

    def whitened(self, x):
        z = tf.nn.relu(x)
        mean, variance = tf.nn.moments(z, [0])
        return (z - mean) * tf.math.rsqrt(tf.math.reduce_variance(z, axis=0)), (z - mean) / tf.sqrt(variance + 1e-5)
    #                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `tf.math.reduce_variance(z, axis=0)` is a variance and can be exactly 0: rsqrt(0) is Inf; keep it above 0
    # fixed: tf.math.rsqrt(tf.maximum(tf.math.reduce_variance(z, axis=0), 1e-10))
    # or (unsafe): tf.math.rsqrt(tf.math.reduce_variance(z, axis=0) + 1e-8)
    # from: `tf.math.reduce_variance(z, axis=0)` made here, exactly 0 of a unit that is off throughout

    def shown(self, x):
        z = tf.nn.relu(x)
        all_of_it = (z - tf.reduce_mean(z)) / tf.math.reduce_std(z)
    #                                         ^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `z` is a ReLU, exactly 0 for inputs of 0 or less: the gradient of std is NaN at 0; keep its root above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.math.reduce_variance(z), 1e-12))
    # from: `tf.nn.relu(x)` made here, exactly 0 for inputs of 0 or less
        return all_of_it, z / (tf.math.reduce_std(tf.nn.softmax(x), 0)), z / tf.math.reduce_std(tf.random.normal([8, 3]), 0)
    #                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `tf.nn.softmax(x)` is a softmax and can be exactly 0: the gradient of std is NaN at 0; keep its root above 0
    # fixed (unsafe): tf.sqrt(tf.maximum(tf.math.reduce_variance(tf.nn.softmax(x), axis=0), 1e-12))
    # from: `tf.nn.softmax(x)` made here, exactly 0 in float32 once a logit trails the largest by 87
