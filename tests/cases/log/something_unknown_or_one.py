"""A choice between something unknown and 1 is as likely 0 as the unknown is, where the condition asks for something else."""

import jax.numpy as jnp
import tensorflow as tf
import torch


def chosen(p, c):
    return torch.log(torch.where(c, p, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.where(c, p, 1)` stays above 0: log(0) is -inf


def in_tensorflow(p, c):
    return tf.math.log(tf.where(c, p, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `tf.where(c, p, 1.0)` stays above 0: log(0) is -inf


def in_jax(p, c):
    return jnp.log(jnp.where(c, p, jnp.ones_like(p)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `jnp.where(c, p, jnp.ones_like(p))` stays above 0: log(0) is -inf


def filled(p, c):
    return torch.log(p.masked_fill(c, 1.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `p.masked_fill(c, 1.0)` stays above 0: log(0) is -inf


def a_size(p, c):
    return torch.log(torch.where(c, p.abs(), 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.where(c, p.abs(), 1)` stays above 0: log(0) is -inf


def of_a_softmax(x, c):
    return torch.log(torch.where(c, torch.softmax(x, -1), 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.where(c, torch.softmax(x, -1), 1)` can be 0, as a softmax can: log(0) is -inf; keep it above 0


def padded(p, labels):
    valid = labels != -100
    filled = p.masked_fill(~valid, 1.0)
    return -(filled.log() * valid).sum()
    #        ^^^^^^^^^^^^ NAN101 information: nothing here shows that `filled` stays above 0: log(0) is -inf


def of_keras(y_true, y_pred):
    y_pred = tf.where(tf.not_equal(y_true, 0), y_pred, tf.ones_like(y_pred))
    return -tf.reduce_mean(tf.math.log(y_pred))
    #                      ^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `y_pred` stays above 0: log(0) is -inf


def of_a_square(d, edges):
    return jnp.log(jnp.where(edges, d**2, 1.0)).sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `jnp.where(edges, d**2, 1.0)` stays above 0: log(0) is -inf


def the_other_way_around(p, c):
    return torch.log2(torch.where(c, 1, p))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `torch.where(c, 1, p)` stays above 0: log2(0) is -inf


def asks_for_it(p):
    return torch.log(torch.where(p != 0, p, 1))


def asks_for_it_by_a_name(p, y):
    is_large = (p.abs() > 1e-8) & (y > 0)
    return torch.log(torch.where(is_large, p, 1.0))


def asks_for_what_it_is_made_of(d):
    keep = d > 2
    p = d - 1
    return torch.log(torch.where(keep, p, 1.0))


def asked_by_the_caller(x, ok):
    return jnp.log(jnp.where(ok, x, 1.0))


def calling(x):
    return asked_by_the_caller(x, x > 0)


def chosen_again(p, c):
    return torch.where(c, torch.log(torch.where(c, p, 1.0)), 0.0)


def above_an_epsilon(p, c):
    return torch.log(torch.where(c, p + 1e-8, 1.0))


def at_a_bound(p, c):
    return torch.log(torch.where(c, p.clamp(min=1e-8), 1.0))


def held_by_one_thing(batch):
    return torch.log(torch.where(batch.mask, batch.p, 1.0))
