"""What two callers pass is never combined: each of these epsilons is above 0 in the precision that is passed with it."""

import jax
import jax.numpy as jnp
import torch


def log_of(p, eps):
    # FIXME: nothing: it is float16 with 1e-4, and 1e-12 with float32
    return torch.log(p + eps)
    #      ^^^^^^^^^^^^^^^^^^ NAN201 warning: `p + eps` masks nothing: 1e-12 is 0 in float16, and log(0) is -inf; take a larger one


def single(x):
    return log_of(torch.softmax(x.float(), -1), 1e-12)


def half(x):
    return log_of(torch.softmax(x.half(), -1), 1e-4)


def in_jax(p, eps):
    # FIXME: nothing
    return jnp.log(p + eps)
    #      ^^^^^^^^^^^^^^^^ NAN201 warning: `p + eps` masks nothing: 1e-12 is 0 in float16, and log(0) is -inf; take a larger one


def single_in_jax(x):
    return in_jax(jax.nn.softmax(x.astype(jnp.float32)), 1e-12)


def half_in_jax(x):
    return in_jax(jax.nn.softmax(x.astype(jnp.float16)), 1e-4)
