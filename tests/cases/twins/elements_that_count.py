"""A softmax that is told which elements count is 0 at the others, and its stable logarithm -inf: 0 * -inf is NaN."""

import flax.linen as nn
import jax
import jax.numpy as jnp


def cross_entropy(logits, keep, labels):
    p = jax.nn.softmax(logits, where=keep)
    return -jnp.sum(labels * jnp.log(p + 1e-8))


def imitation(logits, legal, labels):
    return -(labels * jnp.log(nn.softmax(logits, -1, legal))).sum()
    #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `nn.softmax(…)` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(nn.softmax(logits, -1, legal), 1e-10, 1.0))
    # or (unsafe): nn.log_softmax(logits, -1, legal)
    # from: `nn.softmax(logits, -1, legal)` made here, exactly 0 in float32 once a logit trails the largest by 87


def whole(logits, labels):
    p = jax.nn.softmax(logits, axis=-1)
    return -jnp.sum(labels * jnp.log(p + 1e-8))
    #                        ^^^^^^^^^^^^^^^^^ NAN401 hint: `p + 1e-8` keeps the logarithm of a softmax finite and moves every value: log_softmax is exact
    # fixed (unsafe): nn.log_softmax(logits, axis=-1)
    # removes: p = jax.nn.softmax(logits, axis=-1)
    # from: `jax.nn.softmax(logits, axis=-1)` made here, values in [0, 1]
