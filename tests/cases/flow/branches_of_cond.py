"""A function that runs only where a condition holds: it is a branch of `cond`, or called in one and nowhere else."""

import jax
import jax.numpy as jnp
import tensorflow as tf


def scaled(image):
    lo = tf.reduce_min(image)
    hi = tf.reduce_max(image)

    def stretched(im):
        scale = 255.0 / (hi - lo)
        return im * scale

    return tf.cond(hi > lo, lambda: stretched(image), lambda: image)


def in_a_lambda(x):
    lo, hi = jnp.min(x), jnp.max(x)
    return jax.lax.cond(hi > lo, lambda: (x - lo) / (hi - lo), lambda: x)


def by_name(x):
    lo, hi = x.min(), jnp.max(x)

    def stretched(y):
        return (y - jnp.min(x)) / (jnp.max(x) - jnp.min(x))

    def left_alone(y):
        return y

    return jax.lax.cond(jnp.max(x) - jnp.min(x) > 0, stretched, left_alone, x)


def asked_by_a_function(x):
    lo, hi = tf.reduce_min(x), tf.reduce_max(x)
    return tf.cond(tf.greater(hi, lo), lambda: x / (hi - lo), lambda: x)


def on_the_other_side(x):
    lo, hi = tf.reduce_min(x), tf.reduce_max(x)
    return tf.cond(tf.equal(hi, lo), lambda: x, lambda: x / (hi - lo))


def in_the_wrong_branch(x):
    lo, hi = tf.reduce_min(x), tf.reduce_max(x)
    return tf.cond(hi > lo, lambda: x, lambda: x / (hi - lo))
    #                                          ^^^^^^^^^^^^^ NAN102 error: `(hi - lo)` is 0


def also_called_elsewhere(x):
    lo, hi = tf.reduce_min(x), tf.reduce_max(x)

    def stretched():
        return x / (hi - lo)
        #      ^^^^^^^^^^^^^ NAN102 information: ...is a difference from an extreme and can be exactly 0

    return tf.cond(hi > lo, lambda: stretched(), lambda: x), stretched()


def of_another_name(x, y):
    lo, hi = tf.reduce_min(x), tf.reduce_max(x)

    def stretched(hi):
        hi, lo = tf.reduce_max(y), tf.reduce_min(y)
        return x / (hi - lo)
        #      ^^^^^^^^^^^^^ NAN102 information: ...is a difference from an extreme and can be exactly 0

    return tf.cond(hi > lo, lambda: stretched(y), lambda: x)


def handed_to_another_function(x, repeat):
    n = jnp.sum(jax.nn.relu(x))
    return repeat(n > 0, lambda: x / n, x)
    #                            ^^^^^ NAN102 warning: `n` can be 0, as a ReLU is for inputs of 0 or less
