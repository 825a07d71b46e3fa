# Under the policy of mixed precision a Keras layer answers in half precision, in which 1e-8 is 0.

import tensorflow as tf
from tensorflow.keras import mixed_precision

mixed_precision.set_global_policy("mixed_float16")
net = tf.keras.layers.Dense(1, activation="sigmoid")


def loss(x):
    return tf.math.log(net(x) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `net(x) + 1e-8` masks nothing: 1e-8 is 0 in float16
