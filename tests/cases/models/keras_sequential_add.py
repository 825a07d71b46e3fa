# Layers that are added one by one are followed: the last one is a sigmoid. Under a condition nobody knows which is last.

from tensorflow import keras
import tensorflow as tf

model = keras.Sequential()
model.add(keras.layers.Dense(10))
model.add(keras.layers.Dense(1, activation="sigmoid"))


def loss(x, y):
    return -tf.reduce_mean(y * tf.math.log(model(x)))
    #                          ^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model(x)` is a sigmoid


def made_under_a_condition(x, several):
    net = keras.Sequential()
    if several:
        net.add(keras.layers.Dense(9, activation="softmax"))
    else:
        net.add(keras.layers.Dense(1, activation="softplus"))
    return tf.math.log(net(x))
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows
