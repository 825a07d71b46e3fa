"""A name is the same value in the function that binds it and in those inside: what belongs together belongs there too."""

import jax
import jax.numpy as jnp
import torch


def stretched(x):
    low, high = jnp.min(x), jnp.max(x)
    return jax.lax.cond(high > low, lambda: (x - low) / (high - low), lambda: x)


def stretched_by_what_is_0_somewhere(x):
    low, high = jnp.min(x), jnp.max(x)
    return jax.lax.cond(high > low, lambda: (high - low) / (x - low), lambda: x)
    #                                       ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `(x - low)` is a difference from the min or max and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (high - low) / jnp.maximum(x - low, 1e-7)
    # from: `x - low` made here, exactly 0 at the smallest or largest element itself


def shifted(logits, labels):
    largest = logits.max(-1, keepdim=True).values

    def loss(weight):
        reveal_range(torch.exp(logits - largest))  # [0, 1.00000048] float32
        return weight * torch.log(torch.exp(logits - largest).sum(-1))

    return loss(0.5) + loss(labels)


def of_its_own(x):
    low = x.min()

    def inner(x):
        reveal_range(x - low)  # any value float32
        return torch.sqrt(x - low)

    return inner


def bound_again(x, y):
    low = x.min()
    x = x + y

    def inner():
        reveal_range(x - low)  # any value float32
        return torch.sqrt(x - low)

    return inner
