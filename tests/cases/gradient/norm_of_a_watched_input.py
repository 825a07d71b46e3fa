# A tape that is told to watch an input differentiates by what is no weight: the norm of that gradient is penalised.

import tensorflow as tf


def penalty(critic, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        score = critic(x)
    g = tape.gradient(score, x)
    return tf.reduce_mean((tf.norm(tf.reshape(g, [tf.shape(g)[0], -1]), axis=1) - 1.0) ** 2)
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.reshape(g, [tf.shape(g)[0], -1])` is a gradient and can be exactly 0: the gradient of a norm is NaN at 0


def penalty_with_floor(critic, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        score = critic(x)
    g = tape.gradient(score, x)
    return tf.reduce_mean((tf.sqrt(tf.reduce_sum(g**2, axis=1) + 1e-12) - 1.0) ** 2)


def step(critic, opt, x):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(critic(x))
    g = tape.gradient(loss, critic.trainable_variables)
    opt.apply_gradients(zip(g, critic.trainable_variables))
    return tf.norm(g[0])
