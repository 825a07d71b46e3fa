# A loss or a layer of a Keras model that is trained runs in compiled code, which moves the epsilon.

import tensorflow as tf
from tensorflow import keras


def loss(y_true, y_pred):
    p = tf.sigmoid(y_pred)
    return -tf.reduce_mean((1 - y_true) * tf.math.log(1 - p + 1e-8))
    #                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled
    # fixed: tf.math.log(tf.maximum(1 - p, 1e-7))


class Gate(keras.layers.Layer):
    def call(self, inputs):
        p = tf.sigmoid(inputs)
        return tf.math.log(1 - p + 1e-8)
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `1 - p + 1e-8` loses its mask when compiled
        # fixed: tf.math.log(tf.maximum(1 - p, 1e-7))


model = keras.Sequential([Gate(), keras.layers.Dense(1)])
model.compile(loss=loss, optimizer="adam")
model.fit(features, labels)
