"""The logarithm of a hyperbolic cosine is a loss of errors, which are large at the start; what bounds them helps."""

import tensorflow as tf


class LogCosh(tf.keras.losses.Loss):
    def call(self, y_true, y_pred):
        return tf.reduce_mean(tf.math.log(tf.math.cosh(y_pred - y_true)))
    #                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `y_pred - y_true` small enough: cosh overflows to Inf in float32
    # fixed (unsafe): tf.math.cosh(tf.clip_by_value(y_pred - y_true, -30.0, 30.0))


def named(y_true, y_pred):
    grown = tf.math.cosh(y_pred - y_true)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `y_pred - y_true` small enough: cosh overflows to Inf in float32
    # fixed (unsafe): tf.math.cosh(tf.clip_by_value(y_pred - y_true, -30.0, 30.0))
    return tf.reduce_mean(tf.math.log(grown))


def kept(y_true, y_pred):
    error = tf.clip_by_value(y_pred - y_true, -80.0, 80.0)
    return tf.math.log(tf.math.cosh(error)), tf.math.cosh(tf.tanh(y_pred))


def curve(z):
    return tf.math.cosh(z), tf.math.log1p(tf.math.cosh(tf.sin(z)))


model = tf.keras.Sequential([tf.keras.layers.Dense(1)])
model.compile(loss=LogCosh())
model.compile(loss=named)
model.compile(loss=kept)
