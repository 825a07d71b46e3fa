# Who bounds something unknown by 0 before a root guards against rounding: that it is 0 is possible, and not shown. A
# bound that is divided by says itself that it is 0, and a ReLU is.

import jax.numpy as jnp
import torch


def root(x):
    return jnp.sqrt(jnp.maximum(x, 0.0))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `jnp.maximum(x, 0.0)` can be 0: sqrt has an infinite gradient at 0; keep it above 0


def ratio(nngp, variance):
    return nngp / root(variance)
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `root(variance)` is a square root, exactly 0 for an input of 0: x / 0 is Inf or NaN; keep it away from 0


def share(x, y):
    return y / torch.sqrt(torch.clamp(x, min=0)), y / x.clamp(min=0), y / torch.relu(x).sqrt()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `torch.sqrt(…)` is a square root, exactly 0 for an input of 0: x / 0 is Inf or NaN; keep it away from 0
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: `torch.clamp(x, min=0)` can be 0: sqrt has an infinite gradient at 0 (before PyTorch 2.14); keep it above 0
    #                                             ^^^^^^^^^^^^^^^^^^ NAN201 warning: `x.clamp(min=0)` masks nothing: its lower bound 0 is let through, and x / 0 is Inf or NaN; take a larger one
    #                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `torch.relu(x).sqrt()` can be 0, as a ReLU can: x / 0 is Inf or NaN; keep it away from 0
