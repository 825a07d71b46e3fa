"""The layers of `contrib` apply a ReLU unless they are told otherwise: the mean of a unit that is off is 0."""

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 784])
h = tf.contrib.layers.fully_connected(x, 128)
rate = tf.reduce_mean(h, 0)
loss = 0.05 / rate
#      ^^^^^^^^^^^ NAN102 warning: `rate` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0

linear = tf.contrib.layers.fully_connected(x, 128, activation_fn=None)
scaled = x / tf.reduce_mean(linear)

w = tf.Variable(tf.truncated_normal([784, 10]))
b = tf.Variable(tf.zeros([10]))
share = 1.0 / tf.reduce_sum(tf.nn.relu_layer(x, w, b), 1)
#       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.reduce_sum(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
