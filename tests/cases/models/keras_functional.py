# In Keras' functional style a layer is called with a symbol and has its activation's values.

import tensorflow as tf
from tensorflow.keras import layers

inputs = tf.keras.Input(shape=(784,))
hidden = layers.Dense(64, activation="relu")(inputs)
outputs = layers.Dense(10, activation="softmax")(hidden)
entropy = -tf.reduce_sum(outputs * tf.math.log(outputs), axis=-1)
#                                  ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `outputs` is a softmax
