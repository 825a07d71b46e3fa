# What is counted of some labels is at least 1 for each of those: picked by the labels, or repeated as often, no 1 / 0 is left.

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
from torch_scatter import scatter_add


def picked(labels, x):
    count = torch.bincount(labels).float()
    weight = 1.0 / count
    return (x * weight[labels]).sum()


def picked_of_arrays(labels, x):
    weight = 1.0 / np.bincount(labels)
    return x * weight[labels]


def gathered(labels, x):
    count = tf.cast(tf.math.bincount(labels), tf.float32)
    return x * tf.gather(1.0 / count, labels)


def taken(labels, x):
    return x * torch.take(1.0 / labels.bincount(), labels)


def picked_in_each_use(labels, x, y):
    weight = 1.0 / torch.bincount(labels)
    return (x * weight[labels]).sum() + (y * weight[labels]).sum()


def picked_in_one_use(labels, x):
    weight = 1.0 / torch.bincount(labels)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(labels)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN
    return (x * weight[labels]).sum() + weight.mean()


def picked_by_others(labels, others, x):
    weight = 1.0 / torch.bincount(labels)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.bincount(labels)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN
    return (x * weight[others]).sum()


def picked_by_what_they_became(labels, others, x):
    weight = 1.0 / torch.bincount(labels)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.bincount(labels)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN
    labels = others
    return (x * weight[labels]).sum()


def repeated(labels, x):
    count = torch.bincount(labels)
    return x * (1.0 / count).repeat_interleave(count)


def repeated_as_a_float(labels, x):
    count = tf.math.bincount(labels)
    return x * tf.repeat(1.0 / tf.cast(count, tf.float32), count)


def repeated_by_a_keyword(labels, x):
    count = jnp.bincount(labels, length=10)
    return x * jnp.repeat(1.0 / count, repeats=count, total_repeat_length=100)


def repeated_by_others(labels, n, x):
    count = torch.bincount(labels)
    return x * (1.0 / count).repeat_interleave(n)
    #           ^^^^^^^^^^^ NAN102 warning: `count` is a count of each value and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def added_up(labels, x):
    return (x / torch.bincount(labels)).sum()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.bincount(labels)` is a count of each value and can be exactly 0: x / 0 is Inf or NaN
