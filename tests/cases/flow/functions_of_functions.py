# What `jit`, `vmap`, `tree.map`, `reduce` and `DataParallel` return computes what the function does that they are
# given.

import functools
import operator

import jax
import jax.numpy as jnp
import torch
from torch import nn


def half(x):
    return jax.nn.sigmoid(x)


fast = jax.jit(half)
each = jax.vmap(lambda x: jax.nn.softmax(x))


def loss(x, tree):
    mapped = jax.tree.map(half, tree)
    total = functools.reduce(operator.add, [jnp.exp(x - jnp.max(x)), 1.0])
    return jnp.log(fast(x)), jnp.log(each(x)), jnp.log(mapped), jnp.log(total)
    #      ^^^^^^^^^^^^^^^^ NAN101 warning: `fast(x)` is a sigmoid
    #                        ^^^^^^^^^^^^^^^^ NAN101 warning: `each(x)` is a softmax
    #                                          ^^^^^^^^^^^^^^^ NAN101 warning: `mapped` is a sigmoid


model = nn.DataParallel(nn.Sequential(nn.Linear(10, 1), nn.Sigmoid()))


def penalty(x):
    return torch.log(model(x))
    #      ^^^^^^^^^^^^^^^^^^^ NAN101 warning: `model(x)` is a sigmoid


def folded(x, fold):
    p = jax.nn.sigmoid(x)
    reveal_range(functools.reduce(operator.add, [p, p]))  # [0, inf] float32
    reveal_range(functools.reduce(fold, [p, p]))  # unknown
    reveal_range(functools.reduce(operator.sub, [p, p]))  # unknown
