"""A convolutional network for MNIST in the manner of the first TensorFlow tutorials.

It trains well for a while. Then the loss is NaN, for good, and no line of the traceback says why.
"""

import numpy as np
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()

IMAGE_SIDE = 28
CLASSES = 10
BATCH = 50
STEPS = 20_000


def weight_variable(shape):
    return tf.Variable(tf.truncated_normal(shape, stddev=0.1))


def bias_variable(shape):
    return tf.Variable(tf.constant(0.1, shape=shape))


def conv2d(x, W):
    return tf.nn.conv2d(x, W, strides=[1, 1, 1, 1], padding="SAME")


def max_pool_2x2(x):
    return tf.nn.max_pool(x, ksize=[1, 2, 2, 1], strides=[1, 2, 2, 1], padding="SAME")


x = tf.placeholder(tf.float32, [None, IMAGE_SIDE * IMAGE_SIDE])
y_ = tf.placeholder(tf.float32, [None, CLASSES])
keep_prob = tf.placeholder(tf.float32)

# Two layers of convolution and pooling.
x_image = tf.reshape(x, [-1, IMAGE_SIDE, IMAGE_SIDE, 1])
W_conv1, b_conv1 = weight_variable([5, 5, 1, 32]), bias_variable([32])
h_pool1 = max_pool_2x2(tf.nn.relu(conv2d(x_image, W_conv1) + b_conv1))
W_conv2, b_conv2 = weight_variable([5, 5, 32, 64]), bias_variable([64])
h_pool2 = max_pool_2x2(tf.nn.relu(conv2d(h_pool1, W_conv2) + b_conv2))

# A dense layer with dropout.
h_pool2_flat = tf.reshape(h_pool2, [-1, 7 * 7 * 64])
W_fc1, b_fc1 = weight_variable([7 * 7 * 64, 1024]), bias_variable([1024])
h_fc1 = tf.nn.relu(tf.matmul(h_pool2_flat, W_fc1) + b_fc1)
h_fc1_drop = tf.nn.dropout(h_fc1, keep_prob)

# The readout.
W_fc2, b_fc2 = weight_variable([1024, CLASSES]), bias_variable([CLASSES])
y_conv = tf.nn.softmax(tf.matmul(h_fc1_drop, W_fc2) + b_fc2)

cross_entropy = -tf.reduce_sum(y_ * tf.log(y_conv))
train_step = tf.train.AdamOptimizer(1e-4).minimize(cross_entropy)
correct_prediction = tf.equal(tf.argmax(y_conv, 1), tf.argmax(y_, 1))
accuracy = tf.reduce_mean(tf.cast(correct_prediction, tf.float32))


def one_hot(labels):
    return np.eye(CLASSES, dtype=np.float32)[labels]


def main():
    (images, labels), (test_images, test_labels) = tf.keras.datasets.mnist.load_data()
    images = images.reshape(len(images), -1).astype(np.float32) / 255.0
    test_images = test_images.reshape(len(test_images), -1).astype(np.float32) / 255.0
    generator = np.random.default_rng(0)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for step in range(STEPS):
            chosen = generator.integers(len(images), size=BATCH)
            batch = {x: images[chosen], y_: one_hot(labels[chosen])}
            if step % 100 == 0:
                reached = session.run(accuracy, {**batch, keep_prob: 1.0})
                print(f"step {step}, training accuracy {reached:.3f}")
            session.run(train_step, {**batch, keep_prob: 0.5})
        reached = session.run(accuracy, {x: test_images, y_: one_hot(test_labels), keep_prob: 1.0})
        print(f"test accuracy {reached:.4f}")


if __name__ == "__main__":
    main()
