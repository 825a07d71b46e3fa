"""Losses that Keras is given: with some of their arguments, and objects of which `call` alone runs."""

import re
from functools import partial

import tensorflow as tf
from tensorflow import keras

model = keras.Sequential([keras.layers.Dense(3), keras.layers.Softmax()])


def focal(labels, p, gamma=1.0):
    return -tf.reduce_mean((1 - p) ** gamma * labels * tf.math.log(p))
    #                                                  ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # or (unsafe): tf.math.log(p + 1e-8)
    # from: `keras.layers.Softmax()` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `model.compile(optimizer="adam", loss=partial(focal, gamma=2.0))` returned by this call
    # from: `partial(focal, gamma=2.0)` given to this loss


def unused(labels, p):
    return tf.math.log(p)
    #      ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(p, 1e-10))


class Weighted(keras.losses.Loss):
    def call(self, labels, p):
        return tf.math.log(p)
    #          ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    # or (unsafe): tf.math.log(p + 1e-8)
    # from: `keras.layers.Softmax()` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `model.compile("adam", loss=Weighted())` returned by this call
    # from: `Weighted()` given to this loss

    def other(self, labels, p):
        return tf.math.log(p)
    #          ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(p, 1e-10))


class Unused(keras.losses.Loss):
    def call(self, labels, p):
        return tf.math.log(p)
    #          ^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(p, 1e-10))


model.compile(optimizer="adam", loss=partial(focal, gamma=2.0))
model.compile("adam", loss=Weighted())
pattern = re.compile("loss")
code = compile("loss = focal", "train.py", mode="exec")
