# What a layer does when it is called is compiled where its model is fitted, and so is what a Lambda layer is given; nobody
# knows of another method, nor of a function that is no layer's.

import tensorflow as tf
from tensorflow import keras


def squash(z):
    p = tf.tanh(z)
    return tf.math.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum


class Head(keras.layers.Layer):
    def call(self, z):
        p = tf.tanh(z)
        return tf.math.log(1 - p + 1e-8)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum

    def explain(self, z):
        p = tf.tanh(z)
        return tf.math.log(1 - p + 1e-8)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 information: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum


def call(z):
    p = tf.tanh(z)
    return tf.math.log(1 - p + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 information: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum


model = keras.Sequential([keras.layers.Lambda(squash), keras.layers.Dense(3), Head()])
model.fit(x, y)
