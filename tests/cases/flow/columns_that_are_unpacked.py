"""What `unbind` and `split` give back of what was put together are its parts: as a column of it is, so is each of them.

Where the sizes do not tell which of them it is, it takes for certain what all of them take.
"""

import jax
import jax.numpy as jnp
import keras
import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F


def by_index(x):
    k = torch.stack([torch.relu(x), F.softplus(x) + 1.0], 1)
    return torch.log(k[:, 1])


def unbound(x):
    k = torch.stack([torch.relu(x), F.softplus(x) + 1.0], 1)
    a, b = k.unbind(1)
    return torch.log(a) + torch.log(b)
    #      ^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def split(x):
    k = torch.cat([torch.relu(x[:, :1]), F.softplus(x[:, 1:]) + 1.0], 1)
    a, b = torch.split(k, [1, 4], 1)
    return torch.log(a) + torch.log(b)
    #      ^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def in_tensorflow(x):
    k = tf.stack([tf.nn.relu(x), tf.nn.softplus(x) + 1.0], 1)
    a, b = tf.unstack(k, axis=1)
    return tf.math.log(a) + tf.math.log(b)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def split_in_tensorflow(x):
    k = tf.concat([tf.nn.relu(x), tf.nn.softplus(x) + 1.0], axis=-1)
    a, b = tf.split(k, 2, axis=-1)
    return tf.math.log(a) + tf.math.log(b)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def split_in_jax(x):
    k = jnp.concatenate([jax.nn.softmax(x[:, :3]), jnp.exp(x[:, 3:5]) + 1, jax.nn.relu(x[:, 5:])], axis=1)
    a, b, c = jnp.split(k, [3, 5], axis=1)
    return jnp.log(a).sum() + jnp.log(b).sum() + jnp.log(c).sum()
    #      ^^^^^^^^^^ NAN101 warning: `a` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    #                                            ^^^^^^^^^^ NAN101 warning: `c` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def split_by_keyword(x):
    k = torch.stack((torch.relu(x), torch.exp(x) + 1), dim=-1)
    a, b = k.split(1, dim=-1)
    return torch.log(a) + torch.log(b)
    #      ^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def chunked(x):
    k = torch.cat((torch.relu(x), torch.exp(x) + 1), dim=0)
    return torch.log(k.chunk(2)[0]) + torch.log(k.chunk(2)[1])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `k.chunk(2)[0]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def in_keras(x):
    k = keras.ops.stack([keras.ops.relu(x), keras.ops.softplus(x) + 1.0], axis=1)
    a, b = keras.ops.unstack(k, axis=1)
    return keras.ops.log(a) + keras.ops.log(b)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def unpacked(x):
    a, b = torch.stack([torch.relu(x), F.softplus(x) + 1.0])
    return torch.log(a) + torch.log(b)
    #      ^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def run_over(x):
    total = 0
    for each in torch.stack([torch.relu(x), F.softplus(x) + 1.0], 1).unbind(1):
        total = total + torch.log(each)
        #               ^^^^^^^^^^^^^^^ NAN101 warning: `each` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    return total


def along_the_other(x):
    k = torch.stack([torch.relu(x), F.softplus(x) + 1.0], 1)
    a, b = k.unbind(0)
    return torch.log(b)
    #      ^^^^^^^^^^^^ NAN101 warning: `b` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0


def of_who_knows_what(x, n):
    k = torch.cat([torch.relu(x), F.softplus(x) + 1.0], 1)
    a, b, c = torch.split(k, n, 1)
    return torch.log(b)


def of_two_alike(x, y, n):
    k = torch.cat([torch.relu(x), torch.relu(y)], 1)
    a, b, c = torch.split(k, n, 1)
    return torch.log(b)
    #      ^^^^^^^^^^^^ NAN101 warning: `b` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0


def columns_of_layers(x):
    k = tf.concat([tf.nn.relu(x), tf.nn.softplus(x) + 1.0], axis=1)
    a, b = tf.unstack(k, axis=1)
    return tf.math.log(a) + tf.math.log(b)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def more_columns(x):
    a, b, c = tf.unstack(tf.concat([tf.nn.relu(x), tf.nn.softplus(x) + 1.0], axis=1), axis=1)
    return tf.math.log(a) + tf.math.log(b)


def columns_by_index(x):
    k = tf.unstack(tf.concat([tf.nn.relu(x), tf.nn.softplus(x) + 1.0], axis=1), axis=1)
    return tf.math.log(k[0]) + tf.math.log(k[-1])
    #      ^^^^^^^^^^^^^^^^^ NAN101 warning: `k[0]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
