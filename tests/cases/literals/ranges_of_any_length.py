"""A range begins with 0, however long it is, and as numbers of Python too: a sceptic's second program."""

import jax.numpy as jnp
import tensorflow as tf
import torch


def written_out(model, x):
    return model(x) * torch.log(torch.arange(10).float())
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.arange(10).float()` holds 0: log(0) is -inf; keep it above 0


def of_some_length(model, x, n):
    return model(x) * torch.log(torch.arange(n).float())
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.arange(n).float()` holds 0: log(0) is -inf; keep it above 0


def of_a_size(model, x):
    return model(x) * jnp.log(jnp.arange(x.shape[0]))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jnp.arange(x.shape[0])` holds 0: log(0) is -inf; keep it above 0


def in_tensorflow(model, x, n):
    return model(x) * tf.math.log(tf.range(n, dtype=tf.float32))
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `tf.range(n, dtype=tf.float32)` holds 0: log(0) is -inf; keep it above 0


def in_a_loop(model, x):
    total = 0
    for i in range(10):
        # FIXME: a warning: the first tensor is divided by 0
        total = total + model(x) / i
    return total
