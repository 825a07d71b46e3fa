# Layers that a model of another file puts behind a ReLU.

import tensorflow as tf


class Squash(tf.keras.layers.Layer):
    def call(self, s):
        n = tf.norm(s, axis=-1, keepdims=True)
        #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: the gradient of a norm is NaN at 0; keep its root above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.reduce_sum(tf.square(s), axis=-1, keepdims=True), 1e-12))
        # from: model.py `keras.layers.Dense(16, activation="relu")(i)` made here, exactly 0 for inputs of 0 or less
        # from: model.py `h` passed as `x` here
        # from: model.py `Normalise()(h)` returned by this call
        # from: model.py `h` passed as `s` here
        return s * n / (1 + n ** 2)


class Normalise(tf.keras.layers.Layer):
    def __init__(self, axis=-1, **kw):
        super().__init__(**kw)
        self.axis = axis

    def call(self, x):
        return x / tf.reduce_sum(x, self.axis, keepdims=True)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
        # fixed: x / tf.maximum(tf.reduce_sum(x, self.axis, keepdims=True), 1e-7)
        # or (unsafe): x / (tf.reduce_sum(x, self.axis, keepdims=True) + 1e-8)
        # or (unsafe): tf.math.divide_no_nan(x, tf.reduce_sum(x, self.axis, keepdims=True))
        # from: model.py `keras.layers.Dense(16, activation="relu")(i)` made here, exactly 0 for inputs of 0 or less
        # from: model.py `h` passed as `x` here
