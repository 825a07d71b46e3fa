"""XLA compiles other derivatives than TensorFlow has: its relu selects, and its root multiplies with a gradient of 0."""

import tensorflow as tf


@tf.function(jit_compile=True)
def features(x, optimizer, variables):
    with tf.GradientTape() as tape:
        h = tf.nn.relu(x)
        loss = tf.reduce_sum(tf.sqrt(h)) + tf.norm(tf.nn.relu6(x)) + tf.reduce_sum(tf.where(h > 0, tf.math.log(h), 0.0))
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


@tf.function(jit_compile=True)
def roots(x, optimizer, variables):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(tf.where(x > 0, tf.sqrt(x), 0.0))
        #                                    ^^^^^^^^^^ NAN302 warning: `tf.where(…)` masks the value but leaves the gradient NaN where `x` is 0 or less; mask it first
        # fixed: tf.sqrt(tf.where(x > 0, x, 1.0))
        # or (unsafe): tf.sqrt(tf.maximum(x, 1e-10))
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))


@tf.function
def in_a_graph(x, optimizer, variables):
    with tf.GradientTape() as tape:
        h = tf.nn.relu(x)
        loss = tf.reduce_sum(tf.sqrt(h)) + tf.reduce_sum(tf.where(x > 0, tf.sqrt(x), 0.0))
        #                    ^^^^^^^^^^ NAN301 warning: `h` is a ReLU, exactly 0 for inputs of 0 or less: sqrt has an infinite gradient at 0; keep it above 0
        # fixed (unsafe): tf.sqrt(tf.maximum(h, 1e-10))
        # or (unsafe): tf.sqrt(h + 1e-8)
        # from: `tf.nn.relu(x)` made here, exactly 0 for inputs of 0 or less
    optimizer.apply_gradients(zip(tape.gradient(loss, variables), variables))
