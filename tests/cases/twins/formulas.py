# Formulas by hand are recognised where no axis is lost and no largest element is subtracted already.

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def softmaxes(x):
    a = torch.exp(x) / torch.exp(x).sum(dim=1, keepdim=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: torch.softmax(x, dim=1)
    e = jnp.exp(x)
    b = e / jnp.sum(e, axis=-1, keepdims=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: jax.nn.softmax(x, axis=-1)
    # removes: e = jnp.exp(x)
    c = tf.exp(x) / tf.reduce_sum(tf.exp(x), [1], keepdims=True)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: tf.nn.softmax(x, axis=1)
    d = torch.exp(x) / torch.exp(x).sum()
    f = torch.exp(x - x.max()) / torch.exp(x - x.max()).sum(dim=1, keepdim=True)
    return a, b, c, d, f


def over_some_of_the_elements(x, m):
    return jnp.exp(x) / jnp.sum(jnp.exp(x), axis=-1, keepdims=True, where=m)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softmax written out by hand
    # fixed: nothing


def with_a_comment(x):
    return tf.math.log(1.0 + tf.exp(  # the margin
        #  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 NAN402 hint: this is a softplus written out by hand
        x))


def quotient_of_two_tensors(x, y):
    a = torch.exp(x) / torch.exp(y).sum(dim=1, keepdim=True)
    b = torch.exp(x) / torch.exp2(x).sum(dim=1, keepdim=True)
    return a, b


def others(x, y):
    a = torch.log(1 + torch.exp(x))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand
    # fixed: torch.nn.functional.softplus(x)
    b = torch.log1p(torch.exp(x + y))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand
    # fixed: torch.nn.functional.softplus(x + y)
    c = tf.math.log(tf.reduce_sum(tf.exp(x), axis=1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a logsumexp written out by hand
    # fixed: tf.reduce_logsumexp(x, axis=1)
    d = torch.log(torch.exp(x).sum())
    e = 1.0 / (1.0 + torch.exp(-(x + y)))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a sigmoid written out by hand
    # fixed: torch.sigmoid(x + y)
    f = 1 / (1 + torch.exp(torch.tanh(x)))
    return a, b, c, d, e, f
