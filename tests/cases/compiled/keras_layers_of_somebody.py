# A file that defines a layer and fits nothing leaves open how it runs.

import tensorflow as tf
from tensorflow import keras


class Head(keras.layers.Layer):
    def call(self, z):
        p = tf.tanh(z)
        return tf.math.log(1 - p + 1e-8)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 information: `1 - p + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
