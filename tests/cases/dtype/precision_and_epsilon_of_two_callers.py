"""What two callers pass is never combined: an epsilon goes with the precision that is passed with it."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def log_of(p, eps):
    return torch.log(p + eps)


def single(x):
    return log_of(torch.softmax(x.float(), -1), 1e-12)


def half(x):
    return log_of(torch.softmax(x.half(), -1), 1e-4)


def in_jax(p, eps):
    return jnp.log(p + eps)


def single_in_jax(x):
    return in_jax(jax.nn.softmax(x.astype(jnp.float32)), 1e-12)


def half_in_jax(x):
    return in_jax(jax.nn.softmax(x.astype(jnp.float16)), 1e-4)


def swapped(p, eps):
    return torch.log(p + eps)
    #      ^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + eps` masks nothing: `eps` (1e-12) is 0 in float16, and log(0) is -inf; take a larger one


def single_swapped(x):
    return swapped(torch.softmax(x.float(), -1), 1e-4)


def half_swapped(x):
    return swapped(torch.softmax(x.half(), -1), 1e-12)


def from_default(p, eps=1e-12):
    return tf.math.log(tf.maximum(p, eps))


def of_double(x):
    return from_default(tf.nn.softmax(tf.cast(x, tf.float64)))


def of_half(x):
    return from_default(tf.nn.softmax(tf.cast(x, tf.float16)), eps=1e-3)


def complement(p, eps):
    return torch.log(1 - p + 2 * eps)


def of_doubles(x):
    return complement(torch.sigmoid(x.double()), 1e-12)


def of_singles(x):
    return complement(torch.sigmoid(x.float()), 1e-6)


def root(x, eps):
    return torch.sqrt((x * x).sum(-1) + eps)


def root_of_singles(x):
    return root(x.float(), 1e-12)


def root_of_halves(x):
    return root(x.half(), 1e-4)


def inner(p, small):
    return torch.log(p + small)


def outer(p, eps):
    return inner(p, eps)


def outer_of_single(x):
    return outer(torch.softmax(x.float(), -1), 1e-12)


def outer_of_half(x):
    return outer(torch.softmax(x.half(), -1), 1e-4)


def ratio(x, p, eps):
    return x / (p + eps)
    #      ^^^^^^^^^^^^^ NAN201 warning: `p + eps` masks nothing: `eps` (1e-09) is 0 in float16, and x / 0 is Inf or NaN; take a larger one


def ratio_of_single(x):
    return ratio(x, torch.relu(x.float()), 1e-4)


def ratio_of_half(x):
    return ratio(x, torch.relu(x.half()), 1e-9)


def rest(p, eps):
    return torch.log(1 + eps - p)
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN201 warning: `1 + eps` masks nothing: 1 + 1e-12 is exactly 1 in float32, and log(0) is -inf; add it last


def rest_of_doubles(x):
    return rest(torch.sigmoid(x.double()), 1e-12)


def rest_of_singles(x):
    return rest(torch.sigmoid(x.float()), 1e-12)
