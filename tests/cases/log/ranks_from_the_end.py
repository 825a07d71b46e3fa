"""A place among things, taken from how many there are, is 1 at least: the utilities of evolution strategies are so.

Less than that, and places among other things, may be 0.
"""

import jax.numpy as jnp
import torch


def utilities(x):
    ranks = len(x) - jnp.argsort(jnp.argsort(x))
    return jnp.maximum(0, jnp.log(len(x) / 2.0 + 1) - jnp.log(ranks))


def bound_anew(x):
    x = len(x) - jnp.argsort(jnp.argsort(x))
    return jnp.log(x)


def by_a_method(x):
    return torch.log(len(x) - x.argsort().argsort())


def of_others(x, y):
    return jnp.log(len(x) - jnp.argsort(y))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `len(x) - jnp.argsort(y)` stays above 0: log(0) is -inf


def one_less(x):
    return torch.log(len(x) - 1 - torch.argsort(x))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `len(x) - 1 - torch.argsort(x)` stays above 0: log(0) is -inf
