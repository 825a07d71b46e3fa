"""A generator, and a list that is filled, give one value at a time: `s * s` is a square of whichever it is.

What is yielded together is met together; what two loops are given need not be the same.
"""

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def values(x):
    yield torch.tanh(x)
    yield 3 * torch.sigmoid(x) - 1


def total(x):
    return sum(torch.sqrt(s * s + 1e-6) for s in values(x))


def one_by_one(x):
    y = torch.zeros(3)
    for s in values(x):
        y = y + torch.sqrt(s * s + 1e-6)
    return y


def of_a_list(x):
    return sum(torch.sqrt(s * s + 1e-6) for s in [torch.tanh(x), 3 * torch.sigmoid(x) - 1])


def of_a_list_that_is_filled(x):
    parts = []
    parts.append(jnp.tanh(x))
    parts.append(3 * jax.nn.sigmoid(x) - 1)
    return sum(jnp.sqrt(s * s + 1e-6) for s in parts)


def pairs(x):
    yield tf.nn.relu(x), tf.constant(1e-3)
    yield tf.nn.softplus(x) + 1.0, tf.constant(0.0)


def of_pairs(x):
    return [tf.math.log(p + low) for p, low in pairs(x)]


def bad_pairs(x):
    yield tf.nn.relu(x), tf.constant(0.0)
    yield tf.nn.softplus(x) + 1.0, tf.constant(1e-3)


def of_bad_pairs(x):
    return [tf.math.log(p + low) for p, low in bad_pairs(x)]
    #       ^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p + low` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0


def in_turns(x, n):
    for _ in range(n):
        yield torch.tanh(x)
        yield 3 * torch.sigmoid(x) - 1


def of_turns(x):
    for s in in_turns(x, 3):
        x = x + torch.sqrt(s * s + 1e-6)
    return x


def from_others(x):
    yield from values(x)
    yield torch.relu(x)


def of_others(x):
    y = 0
    for s in from_others(x):
        y = y + torch.sqrt(s * s + 1e-6) + torch.log(s + 2) + torch.log(s)
        #                                                     ^^^^^^^^^^^^ NAN101 warning: `s` can be 0, as a ReLU is for inputs of 0 or less: log(0) is -inf; keep it above 0
    return y


def unpacked(x):
    a, b = values(x)
    return torch.acos(a * 0.9) + torch.acos(b)
    #                            ^^^^^^^^^^^^^ NAN105 warning: `b` can be above 1 where a sigmoid is exactly 1: acos is NaN beyond -1 and 1; keep it between them


def of_two_of_them(x):
    return [torch.sqrt(s * t + 1e-6) for s in values(x) for t in values(x)]
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `s * t + 1e-6` can be below 0 where a tanh is exactly -1: sqrt(-1) is NaN; keep it above 0


def branching(x, flag):
    yield torch.tanh(x)
    if flag:
        yield 3 * torch.sigmoid(x) - 1


def of_branching(x, flag):
    return [torch.sqrt(s * s + 1e-6) for s in branching(x, flag)]


def wrong(x):
    return [torch.sqrt(s + 1e-6) for s in branching(x, True)]
    #       ^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `s + 1e-6` can be below 0 where a tanh is exactly -1 (for inputs below -9): sqrt(-1) is NaN; keep it above 0
