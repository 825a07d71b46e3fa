"""What a choice left in a name is known where the use stands in a branch of the same switch."""

import jax.numpy as jnp
import torch


def by_choice(n, dense):
    matrix = jnp.identity(n) if dense else jnp.ones(n)
    return jnp.linalg.cholesky(matrix) if dense else jnp.sqrt(matrix)


def by_statement(x, clamped):
    p = (torch.clamp(x, 1e-6, 1.0) if clamped else torch.relu(x))
    if clamped:
        return torch.log(p)
    return p


def not_of_a_negation(x, raw):
    p = torch.relu(x) if raw else torch.relu(x) + 1e-3
    if not raw:
        return torch.log(p)
    return p


def the_other_branch(x, clamped):
    p = torch.clamp(x, 1e-6, 1.0) if clamped else torch.relu(x)
    if not clamped:
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    return p


def asked_again(x, clamped):
    p = torch.clamp(x, 1e-6, 1.0) if clamped else torch.relu(x)
    clamped = x.shape[0] > 3
    if clamped:
        return torch.log(p)
        #      ^^^^^^^^^^^^ NAN101 warning: `p` is a ReLU
    return p
