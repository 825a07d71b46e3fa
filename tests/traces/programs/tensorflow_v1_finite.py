import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

x = tf.placeholder(tf.float32, [None, 4])
labels = tf.placeholder(tf.float32, [None, 3])
w = tf.get_variable("w", [4, 3], initializer=tf.random_normal_initializer(stddev=400.0, seed=1))
scores = tf.matmul(x, w)
prediction = tf.exp(scores) / tf.reduce_sum(tf.exp(scores), 1, keepdims=True)  # NAN
loss = tf.reduce_mean(tf.square(prediction - labels))
loss = tf.verify_tensor_all_finite(loss, "loss is not finite")
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    data = np.random.RandomState(0).normal(size=[32, 4])
    for _ in range(3):
        session.run([train, loss], {x: data, labels: np.eye(3)[np.arange(32) % 3]})
