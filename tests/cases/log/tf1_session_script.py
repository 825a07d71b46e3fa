# The textbook script of TensorFlow 1, from placeholder to session.

import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 784])
y = tf.placeholder(tf.float32, [None, 10])

W = tf.Variable(tf.zeros([784, 10]))
b = tf.Variable(tf.zeros([10]))

pred = tf.nn.softmax(tf.matmul(x, W) + b)
cost = tf.reduce_mean(-tf.reduce_sum(y * tf.log(pred), reduction_indices=1))
#                                        ^^^^^^^^^^^^ NAN101 warning: `pred` is a softmax
# fixed: tf.nn.log_softmax(logits)
# adds: logits = tf.matmul(x, W) + b
# adds: logits
# or: tf.log(tf.clip_by_value(pred, 1e-10, 1.0))
# or (unsafe): tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=logits)

optimizer = tf.train.GradientDescentOptimizer(0.01).minimize(cost)

with tf.Session() as session:
    session.run(tf.global_variables_initializer())
