"""`(a - b) ** 2` multiplied out is below 0 by rounding wherever both are near each other, sums or not."""

import jax.numpy as jnp
import torch


def bounded(x, y):
    a, b = torch.tanh(x), torch.tanh(y)
    return torch.sqrt(a * a + b * b - 2 * a * b)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `a * a + b * b - 2 * a * b` can be 0 where a tanh is exactly -1: sqrt has an infinite gradient at 0


def summed(a, b):
    return torch.sqrt((a ** 2).sum() + (b ** 2).sum() - 2 * (a * b).sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(…).sum() + (…).sum() -…* (…).sum()` is a squared distance from products and can be below 0: sqrt(-1) is NaN


def unknown(a, b):
    # FIXME: as of the two above: nothing is known of either, and rounding makes it negative
    return torch.sqrt(a * a + b * b - 2 * a * b)


def in_jax(a, b):
    # FIXME: here too
    return jnp.sqrt(a ** 2 - 2 * a * b + b ** 2)
