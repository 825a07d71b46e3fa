# Of two ways to 0 the nearer one is told: a sigmoid is 1 for inputs above 17, and 0 only below -89.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def weighted_by_the_variance(u, d):
    p = torch.sigmoid(u)
    return (d / (p * (1 - p))).mean()
    #       ^^^^^^^^^^^^^^^^^ NAN102 warning: `(p * (1 - p))` can be 0 where a sigmoid is exactly 1: x / 0 is Inf or NaN; keep it away from 0


def of_two_logits(u, v, d):
    p, q = torch.sigmoid(u), torch.sigmoid(v)
    return (d / (p * (1.0 - q))).mean()
    #       ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(p * (1.0 - q))` can be 0 where a sigmoid is exactly 1: x / 0 is Inf or NaN; keep it away from 0


def by_the_root(u, d):
    p = torch.sigmoid(u)
    return (d * torch.rsqrt(p * (1 - p))).mean()
    #           ^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `p * (1 - p)` can be 0 where a sigmoid is exactly 1 (for inputs above 17): rsqrt(0) is Inf; keep it above 0


def minus_its_square(u, d):
    p = jax.nn.sigmoid(u)
    return jnp.mean(d / (p - p**2))
    #               ^^^^^^^^^^^^^^ NAN102 warning: `(p - p**2)` can be 0 where a sigmoid is exactly 1: x / 0 is Inf or NaN; keep it away from 0


def rest_first(u, d):
    p = tf.sigmoid(u)
    return tf.reduce_mean(d / tf.multiply(1.0 - p, p))
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.multiply(1.0 - p, p)` can be 0 where a sigmoid is exactly 1: x / 0 is Inf or NaN; keep it away from 0


def by_itself(u, d):
    p = torch.sigmoid(u)
    return (d / p).mean()
    #       ^^^^^ NAN102 information: `p` is a sigmoid, exactly 0 for inputs below -89: x / 0 is Inf or NaN; keep it away from 0
