# The direction of a gradient is a step, an attack's or a saliency map's: unlike the penalty of a critic, nobody differentiates it.

import tensorflow as tf


def attack(model, x, y, loss_fn):
    with tf.GradientTape() as tape:
        tape.watch(x)
        loss = loss_fn(y, model(x))
    grad = tape.gradient(loss, x)
    return x + grad / tf.norm(grad, axis=1, keepdims=True)
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `tf.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0


def attack_by_a_name(model, x, y, loss_fn):
    with tf.GradientTape() as tape:
        tape.watch(x)
        loss = loss_fn(y, model(x))
    grad = tape.gradient(loss, x)
    n = tf.sqrt(tf.reduce_sum(grad**2, axis=1, keepdims=True))
    return x + 0.1 * grad / n
    #          ^^^^^^^^^^^^^^ NAN102 information: `n` can be 0, as a gradient can: x / 0 is Inf or NaN; keep it away from 0


def penalty(critic, x):
    with tf.GradientTape() as tape:
        tape.watch(x)
        score = critic(x)
    grads = tape.gradient(score, x)
    norm = tf.norm(grads, axis=1)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `grads` is a gradient and can be exactly 0: the gradient of a norm is NaN at 0; keep its root above 0
    return tf.reduce_mean((norm - 1.0) ** 2)
