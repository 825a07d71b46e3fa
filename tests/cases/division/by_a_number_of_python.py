"""A divisor that is Python's 0, by name too, is an error; it gets no mask of tensors, which take no number."""

import jax.numpy as jnp
import torch


def written_out(t):
    return torch.div(t, 0.0)
    #      ^^^^^^^^^^^^^^^^^ NAN102 error: `0.0` is 0


def held_in_a_name(x):
    scale = 0
    return torch.exp(x) / scale, jnp.exp(x) / scale
    #      ^^^^^^^^^^^^^^^^^^^^ NAN102 error: `scale` is 0
    # fixed: torch.exp(x) / max(scale, 1)
    # or (unsafe): torch.exp(x) / (scale + 1e-8)
    #                            ^^^^^^^^^^^^^^^^^^ NAN102 error: `scale` is 0
    # fixed: jnp.exp(x) / max(scale, 1)
    # or (unsafe): jnp.exp(x) / (scale + 1e-8)


def of_a_function(t):
    scale = 0
    return torch.div(t, scale)
    #      ^^^^^^^^^^^^^^^^^^^ NAN102 error: `scale` is 0
    # fixed: torch.div(t, max(scale, 1))
    # or (unsafe): torch.div(t, scale + 1e-8)


class Average:
    def __init__(self):
        self.count = 0  # whoever uses it may count

    def mean(self, x):
        return torch.exp(x) / self.count, torch.div(x, self.count)


def counted(xs):
    count = 0
    for _ in xs:
        count += 1
    return torch.exp(xs) / count


def given(x, scale=0.0):
    return torch.exp(x) / scale
