"""An epsilon that is 0 is replaced by one that is still there when the compiler has added it to the 1."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


@jax.jit
def in_jax(z):
    p = jax.nn.sigmoid(z)
    return jnp.log(1 - p + 1e-45)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 - p + 1e-45` masks nothing: 1e-45 is 0 in float32, and log(0) is -inf; take a larger one
    # fixed: jnp.log(1 - p + 1e-7)
    # or (unsafe): jax.nn.log_sigmoid(-z)
    # from: `jax.nn.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17


@tf.function
def in_tensorflow(z):
    p = tf.nn.sigmoid(z)
    return tf.math.log(1e-40 + (1.0 - p)), tf.math.log(p + 1e-40)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1e-40 + (1.0 - p)` masks nothing: 1e-40 is 0 in float32, and log(0) is -inf; take a larger one
    # fixed: tf.math.log(1e-7 + (1.0 - p))
    # or (unsafe): tf.math.log_sigmoid(-z)
    # from: `tf.nn.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17
    #                                      ^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + 1e-40` masks nothing: 1e-40 is 0 in float32, and log(0) is -inf; take a larger one
    # fixed: tf.math.log(p + 1e-10)
    # or (unsafe): tf.math.log_sigmoid(z)
    # from: `tf.nn.sigmoid(z)` made here, exactly 0 in float32 for inputs below -87


def as_written(z):
    p = torch.sigmoid(z)
    return torch.log(1 - p + 1e-50)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 - p + 1e-50` masks nothing: 1e-50 is 0 in float32, and log(0) is -inf; take a larger one
    # fixed: torch.log(1 - p + 1e-10)
    # or (unsafe): torch.nn.functional.logsigmoid(-z)
    # from: `torch.sigmoid(z)` made here, exactly 1 in float32 for inputs above 17
