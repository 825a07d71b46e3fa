"""Under a mixed policy of Keras a layer's input is float16, whoever calls it: an epsilon of 1e-8 is 0 there."""

import tensorflow as tf
from tensorflow import keras

keras.mixed_precision.set_global_policy("mixed_float16")


class Scaled(keras.layers.Layer):
    def call(self, x):
        norm = tf.reduce_sum(tf.square(x), -1, keepdims=True)
        return x * tf.math.rsqrt(norm + 1e-9)
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `norm + 1e-9` masks nothing


class Head(keras.Model):
    def call(self, inputs, training=False):
        return logarithm(inputs)


def logarithm(z):
    return tf.math.log(tf.nn.sigmoid(z) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `tf.nn.sigmoid(z) + 1e-8` masks nothing


class OfItsOwn(keras.layers.Layer):
    def __init__(self):
        super().__init__(dtype="float32")

    def call(self, x):
        norm = tf.reduce_sum(tf.square(x), -1, keepdims=True)
        return x * tf.math.rsqrt(norm + 1e-9)


class NotCast(keras.layers.Layer):
    def __init__(self):
        super().__init__(autocast=False)

    def call(self, x):
        norm = tf.reduce_sum(tf.square(x), -1, keepdims=True)
        return x * tf.math.rsqrt(norm + 1e-9)


class Loss(keras.losses.Loss):
    def call(self, target, output):
        return tf.math.rsqrt(tf.reduce_sum(tf.square(target), -1) + 1e-9)


class NoLayer:
    def call(self, x):
        return tf.math.rsqrt(tf.reduce_sum(tf.square(x), -1) + 1e-9)


class NotItsInput(keras.layers.Layer):
    def build(self, shape):
        return tf.math.rsqrt(tf.reduce_sum(tf.square(shape), -1) + 1e-9)
