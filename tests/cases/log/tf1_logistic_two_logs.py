# Logistic regression by hand, with the sigmoid written out: both logarithms fail, and the exponential overflows.

import tensorflow as tf

X = tf.placeholder("float", [None, 2])
Y = tf.placeholder("float", [None, 1])
W = tf.Variable(tf.random_uniform([2, 1], -1.0, 1.0))

h = tf.matmul(X, W)
hypothesis = tf.div(1., 1. + tf.exp(-h))
#                            ^^^^^^^^^^ NAN104 information: `-h` comes from a matrix product, which nothing bounds: exp overflows to Inf in float32

cost = -tf.reduce_mean(Y * tf.log(hypothesis) + (1 - Y) * tf.log(1 - hypothesis))
#                          ^^^^^^^^^^^^^^^^^^ NAN101 warning: ...`hypothesis`
#                                                         ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: ...`1 - hypothesis`
