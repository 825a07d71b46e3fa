# A matrix product has any sign, so its logarithm is NaN at times.

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 784])
W = tf.Variable(tf.random_normal([784, 10]))
b = tf.Variable(tf.zeros([10]))
y = tf.matmul(x, W) + b
bad = tf.log(y)
#     ^^^^^^^^^ NAN101 warning: `y` comes from a matrix product, and nothing keeps it above 0: log(-1) is NaN
# fixed (unsafe): tf.log(tf.maximum(y, 1e-10))
