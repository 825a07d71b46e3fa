import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def cosine(a, b):
    dot = tf.reduce_sum(a * b, axis=1)
    lengths = tf.sqrt(tf.reduce_sum(tf.square(a), axis=1)) * tf.sqrt(tf.reduce_sum(tf.square(b), axis=1))
    return dot / lengths  # NAN


left = tf.placeholder(tf.float32, [None, 4], name="left")
right = tf.placeholder(tf.float32, [None, 4], name="right")
with tf.variable_scope("tower"):
    kernel = tf.get_variable("kernel", [4, 4], initializer=tf.zeros_initializer())
similarity = cosine(tf.nn.relu(tf.matmul(left, kernel)), right)
loss = tf.reduce_mean(1.0 - similarity)
train_op = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
checks = tf.add_check_numerics_ops()
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    feed = {left: np.ones((2, 4), np.float32), right: np.ones((2, 4), np.float32)}
    print(session.run([train_op, loss, checks], feed))
