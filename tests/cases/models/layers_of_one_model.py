"""Layers that are added one by one are those of one model, and a method of a class's own is no method of every model."""

import tensorflow as tf
from tensorflow import keras


def beside_each_other(x):
    first = keras.Sequential()
    first.add(keras.layers.Dense(3))
    second = keras.Sequential()
    second.add(keras.layers.Dense(3))
    second.add(keras.layers.Softmax())
    return tf.math.log(first(x)), tf.math.log(second(x))
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `first(x)` is the output of a linear layer, and nothing keeps it above 0: log(-1) is NaN
    # fixed (unsafe): tf.math.log(tf.maximum(first(x), 1e-10))
    # from: `keras.layers.Dense(3)` made here, unbounded
    # from: `first(x)` returned by this call
    #                             ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `second(x)` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(second(x), 1e-10, 1.0))
    # or (unsafe): tf.math.log(second(x) + 1e-8)
    # from: `keras.layers.Softmax()` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `second(x)` returned by this call


def elsewhere(x):
    first = keras.Sequential()
    first.add(keras.layers.Softmax())
    return first


def one_after_the_other(x, debug):
    if debug:
        model = keras.Sequential()
        model.add(keras.layers.Dense(3))
        model.summary()
    model = keras.Sequential()
    model.add(keras.layers.Softmax())
    return tf.math.log(model(x))
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model(x)` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: tf.math.log(tf.clip_by_value(model(x), 1e-10, 1.0))
    # or (unsafe): tf.math.log(model(x) + 1e-8)
    # from: `keras.layers.Softmax()` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `model(x)` returned by this call


def under_a_condition(x, deep):
    model = keras.Sequential()
    model.add(keras.layers.Softmax())
    if deep:
        model.add(keras.layers.Dense(3))
    return tf.math.log(model(x))
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `model(x)` stays above 0: log(0) is -inf
    # fixed: tf.math.log(tf.maximum(model(x), 1e-10))


class Own:
    def predict(self, x):
        return tf.nn.relu(x)

    def __call__(self, x):
        return tf.nn.sigmoid(x)


class Called(keras.Model):
    def call(self, x):
        return tf.nn.sigmoid(x)


def methods(x):
    reveal_range(Own().predict(x))  # [0, inf] float32
    reveal_range(Own()(x))  # [0, 1] float32
    reveal_range(Called().predict(x))  # [0, 1] float32
