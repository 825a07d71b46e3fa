# What brings a derivative of its own is not differentiated: only its values count.

import functools

import jax
import jax.numpy as jnp
import tensorflow as tf


@jax.custom_jvp
def angle(x):
    return jnp.arccos(jnp.clip(x, -1.0, 1.0))


@angle.defjvp
def angle_jvp(primals, tangents):
    return angle(primals[0]), -tangents[0] / jnp.sqrt(1.000001 - primals[0] ** 2)


@functools.partial(jax.custom_vjp, nondiff_argnums=(1,))
def scaled_angle(x, scale):
    return scale * jnp.arccos(jnp.clip(x, -1.0, 1.0))


@tf.custom_gradient
def angle_of_cosine(x):
    def derivative(upstream):
        return -upstream / tf.sqrt(1.000001 - x**2)

    return tf.acos(tf.clip_by_value(x, -1.0, 1.0)), derivative


def plain_angle(x):
    return jnp.arccos(jnp.clip(x, -1.0, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.clip(x, -1.0, 1.0)` can be -1


@jax.custom_jvp
def log_of_share(x):
    return jnp.log(jax.nn.softmax(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jax.nn.softmax(x)` is a softmax and can be exactly 0
