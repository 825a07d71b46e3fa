import tensorflow as tf
from tensorflow.keras import mixed_precision

mixed_precision.set_global_policy("mixed_float16")
net = tf.keras.layers.Dense(1, activation="sigmoid")


def loss(x):
    return tf.math.log(net(x) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `net(x) + 1e-8` comes from a sigmoid, which is exactly 0 in float16
