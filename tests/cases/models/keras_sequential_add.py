# Layers that are added one by one are not followed yet: the last one is a sigmoid.

from tensorflow import keras
import tensorflow as tf

model = keras.Sequential()
model.add(keras.layers.Dense(10))
model.add(keras.layers.Dense(1, activation="sigmoid"))


def loss(x, y):
    return -tf.reduce_mean(y * tf.math.log(model(x)))
    #                          ^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `model(x)` stays above 0
    # FIXME: should be a warning: the last layer that `add` appends is a sigmoid
