# Where `where` is right: the operand is masked before it, or the derivative outside is finite, or nobody asks for it.

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def masked_before(z):
    p = torch.softmax(z, -1)
    a = torch.where(p > 0, torch.log(torch.where(p > 0, p, 1.0)), 0.0)
    b = torch.log(p.masked_fill(p == 0, 1.0))
    c = torch.log(torch.masked_fill(p, p <= 0, 1e-8))
    d = torch.log(p[p > 0])
    return a, b, c, d


def selects_in_its_backward_pass(z):
    r = torch.relu(z)
    a = torch.where(r > 0, torch.log(r), 0.0)
    s = jax.nn.relu(z)
    b = jnp.where(s > 0, jnp.sqrt(s), 0.0)
    return a, b


def swallows_a_gradient_of_zero(z):
    p = tf.nn.softmax(z)
    a = tf.where(p > 0, tf.sqrt(p), 0.0)
    b = tf.where(p > 0, tf.math.rsqrt(p), 0.0)
    return a, b


def finite_derivative_below_zero(z):
    x = torch.nn.Linear(3, 3)(z)
    return torch.where(x > 0, torch.log(x), 0.0)


def accuracy_metric(z):
    p = torch.softmax(z, -1)
    return torch.where(p > 0, torch.log(p), 0.0)


def far_from_what_is_invalid(image: torch.Tensor):
    return torch.where(image > 0.04, torch.pow(image, 2.4), image / 12.92)


def not_differentiated(z, labels: np.ndarray):
    p = torch.softmax(z, -1)
    with torch.no_grad():
        a = torch.where(p > 0, torch.log(p), 0.0)
    b = np.where(labels > 0, np.log(labels), 0)
    return a, b
