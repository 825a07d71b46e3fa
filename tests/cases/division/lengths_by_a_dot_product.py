"""The length of a vector is the root of its dot product with itself: 0 where a ReLU cuts all of it off."""

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def by_a_sum(x):
    y = torch.relu(x)
    return y / torch.sqrt((y * y).sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt((y * y).sum())` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0


def by_a_dot_product(x):
    y = torch.relu(x)
    return y / torch.sqrt(torch.dot(y, y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(torch.dot(y, y))` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0


def by_an_operator(x):
    y = jax.nn.relu(x)
    return y / jnp.sqrt(y @ y), y / jnp.sqrt(jnp.vdot(y, y)), y / jnp.sqrt(y.dot(y))
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sqrt(y @ y)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    #                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sqrt(jnp.vdot(y, y))` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    #                                                         ^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `jnp.sqrt(y.dot(y))` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def in_tensorflow(x):
    y = tf.nn.relu(x)
    return y / tf.sqrt(tf.tensordot(y, y, 1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `tf.sqrt(tf.tensordot(y, y, 1))` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `tf.tensordot(y, y, 1)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0


def by_a_function(x, w):
    h = torch.relu(x @ w)
    return h / h.dot(h).sqrt(), torch.matmul(h, h).rsqrt(), h / torch.inner(h, h)
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 warning: `h.dot(h).sqrt()` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
    #                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `torch.matmul(h, h)` can be 0, as a ReLU is for inputs of 0 or less: rsqrt(0) is Inf; keep it above 0
    #                                                       ^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.inner(h, h)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def as_a_sum_of_einstein(x):
    y = torch.relu(x)
    return y / torch.sqrt(torch.einsum("i,i->", y, y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.sqrt(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0


def the_logarithm(model, x):
    y = jax.nn.relu(model(x))
    return jnp.log(jnp.dot(y, y))
    #      ^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `jnp.dot(y, y)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0


def of_two(x, z):
    y, v = torch.relu(x), torch.sigmoid(z)
    return y / torch.sqrt(torch.dot(v, v)), torch.log(torch.dot(y, v))
    #                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.dot(y, v)` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0


def above(x):
    y = torch.relu(x) + 1e-3
    return y / torch.sqrt(torch.dot(y, y))


def moved(x):
    y = torch.relu(x)
    return y / torch.sqrt(torch.dot(y, y) + 1e-8)


def of_a_row_of_ones(x):
    p = torch.softmax(x, -1)
    return p / torch.sqrt(torch.dot(p, p))


def of_an_array(x):
    y = np.maximum(x, 0)
    return y / np.sqrt(y @ y)
