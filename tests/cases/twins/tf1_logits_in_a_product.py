# The textbook script of TensorFlow 1: the softmax has a comment behind it and is used twice.

import tensorflow as tf

x = tf.placeholder(tf.float32, [None, 784])
y = tf.placeholder(tf.float32, [None, 10])
W = tf.Variable(tf.zeros([784, 10]))
b = tf.Variable(tf.zeros([10]))

pred = tf.nn.softmax(tf.matmul(x, W) + b)  # Softmax
cost = tf.reduce_mean(-tf.reduce_sum(y * tf.log(pred), reduction_indices=1))
    #                                    ^^^^^^^^^^^^ NAN101 warning: `pred` is a softmax
    # fixed: tf.nn.log_softmax(logits)
    # adds: logits = tf.matmul(x, W) + b
    # adds: logits
    # or: tf.log(tf.clip_by_value(pred, 1e-10, 1.0))
    # or (unsafe): tf.nn.softmax_cross_entropy_with_logits(labels=y, logits=logits)
accuracy = tf.equal(tf.argmax(pred, 1), tf.argmax(y, 1))
