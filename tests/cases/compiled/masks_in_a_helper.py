"""A helper that adds an epsilon masks what one caller passes and not what another does: compiled code moves it."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def log(x):
    return tf.math.log(x + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `x + 1e-8` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: tf.math.log(tf.maximum(x, 1e-7))
    # or: tf.math.log(tf.clip_by_value(x + 1e-8, 1e-10, 1.0))
    # or: tf.math.log(x + 1e-7)
    # from: `tf.sigmoid(fake)` made here, exactly 1 in float32 for inputs above 17
    # from: `1 - fake` passed as `x` here


@tf.function
def discriminator_loss(real, fake):
    real, fake = tf.sigmoid(real), tf.sigmoid(fake)
    return -tf.reduce_mean(log(real) + log(1 - fake))


def safe_log(x, eps=1e-8):
    return jnp.log(x + eps)
    #      ^^^^^^^^^^^^^^^^ NAN203 warning: `x + eps` loses its mask when compiled: 1 + 1e-8, added first, is 1 in float32; use a maximum
    # fixed: jnp.log(jnp.maximum(x, 1e-7))
    # or: jnp.log(jnp.clip(x + eps, 1e-10, 1.0))
    # or: jnp.log(x + 1e-7)
    # from: `jax.nn.sigmoid(logits)` made here, exactly 1 in float32 for inputs above 17
    # FIXME: it is `1.0 - p` that is passed so: both come of one sigmoid, and the first call is told
    # from: `p` passed as `x` here


@jax.jit
def loss_of_jax(logits, labels):
    p = jax.nn.sigmoid(logits)
    return -jnp.mean(labels * safe_log(p) + (1 - labels) * safe_log(1.0 - p))


def large_log(x):
    return tf.math.log(x + 1e-6)


@tf.function
def with_a_large_epsilon(real, fake):
    return tf.reduce_mean(large_log(tf.sigmoid(real)) + large_log(1 - tf.sigmoid(fake)))


def log_of_a_probability(x):
    return tf.math.log(x + 1e-8)


@tf.function
def of_probabilities(real, fake):
    return tf.reduce_mean(log_of_a_probability(tf.sigmoid(real)) + log_of_a_probability(tf.nn.softmax(fake)))


def log_of_a_sum(x):
    return tf.math.log(x + 1e-8)


@tf.function
def of_sums(real, fake):
    return tf.reduce_mean(log_of_a_sum(tf.sigmoid(real)) + log_of_a_sum(1 + tf.sigmoid(fake)))


def log_of_two(x):
    return tf.math.log(x + 1e-8)


@tf.function
def of_a_difference_from_2(real, fake):
    return tf.reduce_mean(log_of_two(tf.sigmoid(real)) + log_of_two(2 - tf.sigmoid(fake)))


def log_of_torch(x):
    return torch.log(x + 1e-7)


@torch.compile
def loss_of_torch(real, fake):
    return -(log_of_torch(torch.sigmoid(real)) + log_of_torch(1 - torch.sigmoid(fake))).mean()


class Losses:
    def _log(self, x):
        return tf.math.log(x + 1e-10)
        #      ^^^^^^^^^^^^^^^^^^^^^^ NAN203 warning: `x + 1e-10` loses its mask when compiled: 1 + 1e-10, added first, is 1 in float32; use a maximum
        # fixed: tf.math.log(tf.maximum(x, 1e-7))
        # or: tf.math.log(tf.clip_by_value(x + 1e-10, 1e-10, 1.0))
        # or: tf.math.log(x + 1e-7)
        # from: `tf.sigmoid(p)` made here, exactly 1 in float32 for inputs above 17
        # FIXME: here too, of `1 - p`
        # from: `p` passed as `x` here

    @tf.function
    def entropy(self, p):
        p = tf.sigmoid(p)
        return tf.reduce_mean(p * self._log(p) + (1 - p) * self._log(1 - p))
