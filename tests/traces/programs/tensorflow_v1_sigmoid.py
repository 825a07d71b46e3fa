import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
p = tf.nn.sigmoid(tf.matmul(x, tf.ones([2, 1]) * 30.0))
loss = -tf.reduce_mean(y * tf.log(p) + (1 - y) * tf.log(1 - p))  # NAN
with tf.Session() as session:
    value = session.run(loss, {x: np.ones((2, 2)), y: np.ones((2, 1))})
    print("loss:", value)
