"""A one-hot vector times a table, added up along the vector's own axis, is the entry that it picks: the zeros are gone."""

import tensorflow as tf
import torch
import torch.nn.functional as F


def sizes(labels, table, residual):
    one_hot = tf.tile(tf.expand_dims(tf.to_float(tf.one_hot(labels, depth=8)), -1), [1, 1, 3])
    mean = tf.reduce_sum(one_hot * tf.expand_dims(tf.constant(table, dtype=tf.float32), 0), axis=[1])
    return residual / mean


def temperatures(labels, table, logits):
    return logits / torch.sum(F.one_hot(labels, 8).float() * table, dim=-1, keepdim=True)


def of_each_class(labels, x):
    one_hot = F.one_hot(labels, 8).float()
    return x / torch.sum(one_hot * x, dim=0)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(one_hot * x, dim=0)` can be 0, as a one-hot vector can


def transposed(labels, x):
    one_hot = F.one_hot(labels, 8).float().t()
    return x / torch.sum(one_hot * x, dim=-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(one_hot * x, dim=-1)` can be 0, as a one-hot vector can


def along_what_was_added(labels, table, x):
    one_hot = F.one_hot(labels, 8).float().unsqueeze(-1)
    return x / torch.sum(one_hot * table, dim=-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(…)` can be 0, as a one-hot vector can


def of_a_table_with_zeros(labels, x, z):
    return x / torch.sum(F.one_hot(labels, 8).float() * torch.relu(z), dim=-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sum(…)` can be 0


def of_a_table_that_is_filled(labels, x, sizes):
    table = torch.zeros(8, 3)
    for i in range(8):
        table[i] = sizes[i]
    one_hot = F.one_hot(labels, 8).float().unsqueeze(-1)
    return x / torch.sum(one_hot * table, dim=1)
