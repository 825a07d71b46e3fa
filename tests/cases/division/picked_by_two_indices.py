"""What two indices pick of one thing are two things: their difference is no comparison of each with itself.

An axis that is added inside of the index is one of the index, and not of what it picks.
"""

import jax.numpy as jnp
import tensorflow as tf
import torch


def between(x, ends, i, j):
    start = torch.gather(ends, dim=2, index=i.unsqueeze(2)).squeeze(2)
    end = torch.gather(ends, dim=2, index=j.unsqueeze(2)).squeeze(2)
    return (x - start) / (end - start)


def slope(x, y, i):
    rise = jnp.take_along_axis(y, jnp.expand_dims(i + 1, -1), -1) - jnp.take_along_axis(y, jnp.expand_dims(i, -1), -1)
    run = jnp.take_along_axis(x, jnp.expand_dims(i + 1, -1), -1) - jnp.take_along_axis(x, jnp.expand_dims(i, -1), -1)
    return rise / run


def neighbours(x, i, j):
    return 1.0 / (torch.index_select(x, 0, i).unsqueeze(1) - torch.index_select(x, 0, j).unsqueeze(0))


def of_tables(table, i, j):
    return 1.0 / (tf.expand_dims(tf.gather(table, i), 1) - tf.expand_dims(tf.gather(table, j), 0))


def each_with_each(x, i):
    chosen = x.gather(0, i)
    return 1.0 / (chosen.unsqueeze(1) - chosen.unsqueeze(0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: ...is a pairwise difference and can be exactly 0


def of_the_same_rows(table, i):
    return 1.0 / (tf.expand_dims(tf.gather(table, i), 1) - tf.expand_dims(tf.gather(table, i), 0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: ...is a pairwise difference and can be exactly 0
