# The layers of TensorFlow 1 and slim have the values of the activation that they are given.

import tensorflow as tf
import tensorflow.contrib.slim as slim

x = tf.placeholder(tf.float32, [None, 64])
a = tf.layers.dense(x, 10, activation=tf.nn.softmax)
b = tf.contrib.layers.fully_connected(x, 10, activation_fn=tf.nn.sigmoid)
c = slim.fully_connected(x, 10, activation_fn=tf.nn.softmax)
d = slim.softmax(x)
losses = [
    tf.log(a),
  # ^^^^^^^^^ NAN101 warning: `a` is a softmax
    tf.log(b),
  # ^^^^^^^^^ NAN101 warning: `b` is a sigmoid
    tf.log(c),
  # ^^^^^^^^^ NAN101 warning: `c` is a softmax
    tf.log(d),
  # ^^^^^^^^^ NAN101 warning: `d` is a softmax
]
