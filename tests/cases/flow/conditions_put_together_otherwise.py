"""Several conditions at once select what all of them hold for, whether `&` joins them, a product, `&=` or `all`."""

from functools import reduce

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def by_a_product(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = (a > 0) * (b > 0)
    return torch.log(a[ok])


def one_after_another(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = a > 0
    ok &= b > 0
    return torch.log(a[ok]) + torch.log(b[ok])


def all_of_them(x, y):
    a, b = np.maximum(x, 0), np.maximum(y, 0)
    ok = np.all([a > 0, b > 0], axis=0)
    return np.log(a[ok])


def by_reducing(x, y):
    a, b = np.maximum(x, 0), np.maximum(y, 0)
    ok = np.logical_and.reduce([a > 0, b > 0])
    return np.log(a[ok])


def of_what_is_multiplied(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = (a * b) > 0
    return torch.log(a[ok])


def by_a_product_of_three(x, y, z):
    a, b, c = tf.nn.relu(x), tf.nn.relu(y), tf.nn.relu(z)
    ok = (a > 0) * (b > 0) * (c > 0)
    return tf.math.log(tf.boolean_mask(c, ok))


def joined_otherwise(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = a > 0
    ok |= b > 0
    return torch.log(a[ok])
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def reset_in_between(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = a > 0
    ok = b > 0
    ok &= b > 1
    return torch.log(a[ok])
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def any_of_them(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = np.any([a > 0, b > 0], axis=0)
    return torch.log(a[ok])
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def by_reducing_with_or(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = np.logical_or.reduce([a > 0, b > 0])
    return torch.log(a[ok])
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def by_a_fold(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = reduce(torch.logical_and, [a > 0, b > 0])
    return torch.log(b[ok])


def stacked(x, y):
    a, b = jnp.maximum(x, 0), jnp.maximum(y, 0)
    ok = jnp.all(jnp.stack([a > 0, b > 0]), axis=0)
    return jnp.log(a[ok])


def not_of_a_sum(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = (a + b) > 0
    return torch.log(a[ok])
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def at_least_zero(x, y):
    a, b = torch.relu(x), torch.relu(y)
    ok = (a * b) >= 0
    return torch.log(a[ok])
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0


def whether_the_signs_agree(x, y):
    a, b = torch.tanh(x), torch.tanh(y)
    ok = (a * b) > 0
    return 1 / a[ok], torch.log(a[ok])
    #                 ^^^^^^^^^^^^^^^^ NAN101 warning: `a[ok]` is a tanh, exactly -1 for inputs below -9: log(-1) is NaN; keep it above 0


def the_product_is_zero(x, y):
    a, b = torch.relu(x), torch.relu(y)
    if (a * b).sum() == 0:
        return torch.log(a)
        #      ^^^^^^^^^^^^ NAN101 warning: `a` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    return a


def asked_of_a_product(n, x):
    s = torch.relu(x).sum()
    if n * s > 0:
        return 1 / s
    return s
