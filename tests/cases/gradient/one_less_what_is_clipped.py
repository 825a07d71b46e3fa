"""One less what is clipped is 0 at the bound of the clip, beyond which PyTorch and TensorFlow let no derivative through.

So it fails where what is clipped is the bound itself, and nowhere else; JAX multiplies Inf by 0 beyond it.
"""

import jax.numpy as jnp
import tensorflow as tf
import torch


def the_rest_of_a_unit_vector(x):
    return tf.sqrt(1 - tf.minimum(tf.reduce_sum(tf.square(x), -1), 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `1 - tf.minimum(tf.reduce_sum(…), 1)` can be 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): tf.sqrt(1 - tf.minimum(tf.reduce_sum(tf.square(x), -1), 1 - 1e-7))


def the_rest_in_torch(x):
    return torch.sqrt(2 - 2 * torch.clamp(x.square().sum(-1), max=1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `2 - 2 * torch.clamp(…)` can be 0: sqrt has an infinite gradient at 0 (before PyTorch 2.14); keep it above 0
    # fixed (unsafe): torch.sqrt(2 - 2 * torch.clamp(x.square().sum(-1), max=1 - 1e-7))


def the_rest_in_jax(x):
    return jnp.sqrt(1 - jnp.minimum(jnp.square(x).sum(-1), 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `1 - jnp.minimum(jnp.square(x).sum(-1), 1)` can be 0: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): jnp.sqrt(1 - jnp.minimum(jnp.square(x).sum(-1), 1 - 1e-7))


def the_sine_of_equal_directions(x, y):
    return torch.sqrt(1 - torch.clamp((x * y).sum(-1), max=1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `1 - torch.clamp(…)` can be 0: sqrt has an infinite gradient at 0 (before PyTorch 2.14); keep it above 0
    # fixed (unsafe): torch.sqrt(1 - torch.clamp((x * y).sum(-1), max=1 - 1e-7))
