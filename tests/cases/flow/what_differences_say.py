"""`hi > lo` says that `hi - lo` is above 0; so do its mirror image, an assertion and a test of the difference."""

import jax.numpy as jnp
import numpy as np
import torch


def guarded(x):
    low, high = torch.min(x), torch.max(x)
    if high > low:
        return (x - low) / (high - low)
    return x


def left_before(x):
    low, high = jnp.min(x), jnp.max(x)
    if low == high:
        return x
    return (x - low) / (high - low)


def of_the_difference(x):
    low, high = x.min(), torch.max(x)
    if torch.max(x) - torch.min(x) == 0:
        return x
    return x / (torch.max(x) - torch.min(x))


def asserted(x):
    low, high = np.min(x), np.max(x)
    assert high > low
    return (x - low) / (high - low)


def chosen(x):
    lo, hi = torch.min(x), torch.max(x)
    return x / (hi - lo) if hi > lo else x


def mirrored(x):
    lo, hi = torch.min(x), torch.max(x)
    return x / (hi - lo) if lo < hi else x


def of_a_name(x):
    lo, hi = torch.min(x), torch.max(x)
    span = hi - lo
    if hi > lo:
        return (x - lo) / span
    return x


def of_a_name_of_before(x, y):
    lo, hi = torch.min(x), torch.max(x)
    span = hi - lo
    hi = torch.max(y)
    if hi > lo:
        return (x - lo) / span
        #      ^^^^^^^^^^^^^^^ NAN102 information: `span` is a difference from an extreme and can be exactly 0
    return x


def bound_again(x, y):
    lo, hi = torch.min(x), torch.max(x)
    if hi > lo:
        lo, hi = torch.min(y), torch.max(y)
        return x / (hi - lo)
        #      ^^^^^^^^^^^^^ NAN102 information: ...is a difference from an extreme and can be exactly 0
    return x


def not_below(x):
    lo, hi = torch.min(x), torch.max(x)
    if hi >= lo:
        return x / (hi - lo)
        #      ^^^^^^^^^^^^^ NAN102 information: ...is a difference from an extreme and can be exactly 0
    return x
