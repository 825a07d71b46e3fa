"""A number that float16 does not hold is infinite there before it is multiplied: where the mask is 0 it makes NaN.

PyTorch computes such a product in float32, and rounds to -inf what is masked alone.
"""

import jax
import jax.numpy as jnp
import tensorflow as tf
from keras import ops


def of_jax(q, k, mask):
    scores = (q @ k.T).astype(jnp.float16)
    return jax.nn.softmax(scores + (1.0 - mask.astype(jnp.float16)) * -1e9, axis=-1)
    #                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `-1e9` is -inf in half precision: where `(…)` is 0 the product is 0 * Inf, NaN; use a finite mask


def of_tensorflow(q, k, mask):
    scores = tf.cast(tf.matmul(q, k, transpose_b=True), tf.float16)
    scores += (1.0 - tf.cast(mask, tf.float16)) * -1e9
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `-1e9` is -inf in half precision: where `(…)` is 0 the product is 0 * Inf, NaN; use a finite mask
    return tf.nn.softmax(scores)


def of_keras(scores, mask):
    blocked = ops.cast(ops.equal(mask, 0), "float16")
    return ops.softmax(ops.cast(scores, "float16") - 1e10 * blocked)
    #                                                ^^^^^^^^^^^^^^ NAN107 warning: `1e10` is inf in half precision: where `blocked` is 0 the product is 0 * Inf, NaN; use a finite mask


def held_by_bfloat16(q, k, mask):
    scores = (q @ k.T).astype(jnp.bfloat16)
    return jax.nn.softmax(scores + (1.0 - mask.astype(jnp.bfloat16)) * -1e9, axis=-1)


def held_by_float16(q, k, mask):
    scores = (q @ k.T).astype(jnp.float16)
    return jax.nn.softmax(scores + (1.0 - mask.astype(jnp.float16)) * -1e4, axis=-1)


def chosen(q, k, mask):
    scores = (q @ k.T).astype(jnp.float16)
    return jax.nn.softmax(jnp.where(mask, scores, -1e4), axis=-1)
