"""`add_n` adds one tensor to the other: of ReLUs that are all off it is 0, and with what is above 0 it is not."""

import tensorflow as tf


def energies(net, x, y):
    on, off = tf.nn.relu(net(x)), tf.nn.relu(net(y))
    return tf.sqrt(tf.add_n([on, off]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.add_n([on, off])` can be 0, as a ReLU can


def magnitudes(parts):
    return tf.sqrt(tf.add_n([tf.square(each) for each in parts]))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `tf.add_n([…])` stays above 0


def likelihoods(net, x):
    a, b = tf.nn.softmax(net(x)), tf.nn.softmax(net(x + 1.0))
    logged = tf.math.log(tf.add_n([a, b]))
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.add_n([a, b])` can be 0, as a softmax can
    return logged + tf.math.log(tf.add_n([a, b, tf.fill(tf.shape(a), 1e-6)]))


def decays(kernels, some):
    weights = tf.add_n([tf.nn.l2_loss(each) for each in kernels])
    reveal_range(tf.add_n([1.0, 2.0]))  # {3} float64
    return weights + tf.reduce_sum(tf.add_n(some))


def step(net, opt, x, y, parts):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(energies(net, x, y)) + tf.reduce_mean(magnitudes(parts))
    return tape.gradient(loss, net.trainable_variables)
