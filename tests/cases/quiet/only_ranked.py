"""Gumbel's trick: the score of a class whose random number is 0 is -inf, and argmax takes another. Nothing else reads it."""

import jax
import jax.numpy as jnp
import tensorflow as tf
import torch


def in_jax(key, logits):
    u = jax.random.uniform(key, shape=logits.shape)
    return jnp.argmax(logits - jnp.log(-jnp.log(u)), axis=1)


def in_torch(logits):
    u = torch.rand(logits.shape)
    return (logits - torch.log(-torch.log(u))).argmax(dim=-1)


def with_methods(logits):
    u = torch.rand(logits.shape)
    return torch.argmax(logits - (-u.log()).log(), -1)


def with_names(logits):
    u = tf.random.uniform(tf.shape(logits))
    noise = -tf.math.log(-tf.math.log(u))
    scores = logits + noise
    return tf.argmax(scores, axis=-1)


def by_temperature(logits, tau):
    u = torch.rand(logits.shape)
    return torch.argmax((logits - torch.log(-torch.log(u))) / tau, -1)


def sorted_by_it(weights):
    return torch.argsort(torch.log(torch.rand(3)) + weights)


def also_returned(logits):
    u = torch.rand(logits.shape)
    noise = -torch.log(-torch.log(u))
    #                   ^^^^^^^^^^^^ NAN101 warning: `u` is a uniform random number
    return torch.argmax(logits + noise, -1), noise


def softened(logits):
    u = torch.rand(logits.shape)
    return torch.softmax(logits - torch.log(-torch.log(u)), -1)


def softened_and_logged(logits):
    u = torch.rand(logits.shape)
    return torch.log_softmax(logits - torch.log(-torch.log(u)), -1)
    #                                            ^^^^^^^^^^^^ NAN101 warning: `u` is a uniform random number


def product_may_be_nan(logits):
    u = torch.rand(logits.shape)
    return torch.argmax(0.0 * torch.log(u), -1)
    #                         ^^^^^^^^^^^^ NAN101 warning: `u` is a uniform random number
