"""What is drawn between constants is no variable; what is drawn between bounds that are computed is differentiated."""

import tensorflow as tf


def between_constants(low):
    with tf.GradientTape() as tape:
        noise = tf.random.uniform([3], -1.0, 1.0)
        loss = low * tf.reduce_sum(tf.sqrt(tf.nn.relu(noise)))
    return tape.gradient(loss, low)


def above_what_is_computed(low):
    with tf.GradientTape() as tape:
        z = tf.random.uniform([3], tf.sigmoid(low) - 1.0, 1.0)
        loss = tf.reduce_sum(tf.sqrt(tf.nn.relu(z)))
        #                    ^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.nn.relu(z)` is a ReLU and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.nn.relu(z), 1e-10))
        # or (unsafe): tf.sqrt(tf.nn.relu(z) + 1e-8)
        # from: `tf.nn.relu(z)` made here, exactly 0 for inputs of 0 or less
    return tape.gradient(loss, low)


def above_another_draw(low):
    with tf.GradientTape() as tape:
        z = tf.random.uniform([3], tf.random.uniform([3]), 1.0)
        loss = low * tf.reduce_sum(tf.sqrt(tf.nn.relu(z - 0.5)))
    return tape.gradient(loss, low)


def of_ones(low):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.sqrt(tf.nn.relu(tf.ones(3) - low * tf.eye(3))))
        #                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.nn.relu(…)` is a ReLU and can be exactly 0: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(tf.nn.relu(tf.ones(3) - low * tf.eye(3)), 1e-10))
        # or (unsafe): tf.sqrt(tf.nn.relu(tf.ones(3) - low * tf.eye(3)) + 1e-8)
        # from: `tf.nn.relu(tf.ones(3) - low * tf.eye(3))` made here, exactly 0 for inputs of 0 or less
    return tape.gradient(loss, low)
