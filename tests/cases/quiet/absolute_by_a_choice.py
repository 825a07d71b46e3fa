"""`where(x >= 0, -x, x)` is never positive, and its exponential at most 1: no softplus by hand that overflows."""

import jax.numpy as jnp
import torch


def cross_entropy(logits, labels):
    relu_logits = jnp.where(logits >= 0, logits, 0)
    negative = jnp.where(logits >= 0, -logits, logits)
    return relu_logits - logits * labels + jnp.log1p(jnp.exp(negative))


def by_a_name(logits, labels):
    is_positive = logits >= 0
    size = jnp.where(is_positive, logits, -logits)
    return jnp.where(is_positive, logits, 0) - logits * labels + jnp.log(1 + jnp.exp(-size))


def the_other_way(logits):
    return torch.log(1 + torch.exp(torch.where(logits < 0, logits, -logits)))


def never_negative(logits):
    return torch.log(1 + torch.exp(torch.where(logits < 0, -logits, logits)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand


def of_something_else(logits, other):
    return torch.log(1 + torch.exp(torch.where(other < 0, logits, -logits)))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN402 hint: this is a softplus written out by hand
