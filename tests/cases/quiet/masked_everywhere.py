# Masks as people write them, all of which work; a hint says where a stable function exists.

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def clipped(z):
    p = tf.nn.softmax(z)
    a = tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))
    b = tf.math.log(p + 1e-8)
    #   ^^^^^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a softmax finite
    c = tf.math.log(tf.maximum(p, 1e-12))
    d = tf.math.log(tf.maximum(1e-12, p))
    q = torch.sigmoid(z)
    e = torch.log(q.clamp(min=1e-6))
    f = torch.log(q + 1e-7)
    #   ^^^^^^^^^^^^^^^^^^^ NAN401 hint: `q + 1e-7` keeps the logarithm of a sigmoid finite
    g = (q + 1e-7).log()
    #   ^^^^^^^^^^^^^^^^ NAN401 hint: `(q + 1e-7)` keeps the logarithm of a sigmoid finite
    h = torch.log(torch.clamp(1 - q, min=1e-6, max=1.0))
    i = jnp.log(jnp.clip(jnp.abs(z), 1e-7))
    j = np.log(np.maximum(z, 1e-9))
    return a, b, c, d, e, f, g, h, i, j
