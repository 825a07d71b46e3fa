"""0 * Inf is NaN: a mask of zeros and ones times -inf, and a probability times its logarithm where logits are masked."""

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
from torch.nn import functional as F


def mask_times_infinity(scores, mask):
    return scores + (1 - mask) * -float("inf")
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `-float("inf")` is -inf: where `(1 - mask)` is 0 the product is 0 * Inf, NaN


def comparison_times_infinity(scores, labels):
    return scores + (labels == 0).float() * float("-inf")
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `float("-inf")` is -inf: where `(labels == 0).float()` is 0 the product is 0 * Inf, NaN


def upper_triangle(n):
    return torch.triu(torch.ones(n, n)) * float("-inf")
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `float("-inf")` is -inf: where `torch.triu(torch.ones(…))` is 0 the product is 0 * Inf, NaN; use a finite mask


def cast_and_added(scores, visited):
    return scores + tf.cast(visited, tf.float32) * -np.inf
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `-np.inf` is -inf: where `tf.cast(visited, tf.float32)` is 0 the product is 0 * Inf, NaN; use a finite mask


def nobody_knows(scores, scale):
    return scores + scale * -np.inf
    #               ^^^^^^^^^^^^^^^ NAN107 information: `-np.inf` is -inf: if `scale` is 0 anywhere the product is 0 * Inf, NaN; use a finite mask


def too_large_for_half(q, k, keep):
    score = tf.matmul(tf.cast(q, tf.float16), tf.cast(k, tf.float16), transpose_b=True)
    return score * keep - tf.cast(1e10, score.dtype) * (1 - keep)
    #                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `tf.cast(1e10, score.dtype)` is inf: where `(1 - keep)` is 0 the product is 0 * Inf, NaN


def entropy(logits, legal):
    logp = F.log_softmax(logits.masked_fill(~legal, float("-inf")), dim=-1)
    return -(logp.exp() * logp).sum(-1)
    #        ^^^^^^^^^^^^^^^^^ NAN107 warning: `logp` is -inf for masked logits, and `logp.exp()` is 0 there: 0 * Inf is NaN; use a finite mask


@jax.jit
def entropy_of_both(logits, legal):
    logits = jnp.where(legal, logits, -jnp.inf)
    return -jnp.sum(jax.nn.softmax(logits) * jax.nn.log_softmax(logits), axis=-1)
    #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `….log_softmax(…)` is -inf for masked logits, and `….softmax(…)` is 0 there: 0 * Inf is NaN; use a finite mask


def soft_labels(logits, hidden, labels):
    logits = logits.masked_fill(hidden, -torch.inf)
    return -(labels * F.log_softmax(logits, dim=-1)).sum(-1)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 warning: `F.log_softmax(…)` is -inf for masked logits, and `labels` is 0 there: 0 * Inf is NaN; use a finite mask


def divergence(one, other, hidden):
    p = F.log_softmax(one.masked_fill(hidden, -torch.inf), dim=-1)
    q = F.log_softmax(other.masked_fill(hidden, -torch.inf), dim=-1)
    return (p.exp() * (p - q)).sum(-1)
    #                  ^^^^^ NAN107 warning: `q` and `p` are both infinite for masked logits: Inf - Inf is NaN; use a finite mask


def quiet(logits, legal, actions, advantage, n):
    masked = logits.masked_fill(~legal, float("-inf"))
    logp = F.log_softmax(masked, dim=-1)
    policy = (logp.gather(1, actions[:, None]).squeeze(1) * advantage).mean()
    left_out = torch.where(legal, logp.exp() * logp, 0.0).sum(-1)
    summed = torch.nansum(logp.exp() * logp, dim=-1)
    finite = F.log_softmax(logits.masked_fill(~legal, -1e9), dim=-1)
    causal = torch.triu(torch.ones(n, n) * float("-inf"), diagonal=1)
    return policy, left_out, summed, finite.exp() * finite, causal, F.softmax(masked, dim=-1) * advantage


def over_the_chosen(logits, legal, labels):
    logp = jax.nn.log_softmax(jnp.where(legal, logits, -jnp.inf), axis=-1)
    entropy = labels * logp
    return -jnp.sum(entropy, axis=-1, where=legal), jnp.sum(labels * logp, axis=-1, where=legal)


def two_masks(scores, causal, padding):
    low = torch.finfo(scores.dtype).min
    hidden = (1.0 - padding[:, None, None, :]) * low
    later = torch.full((4, 4), low).triu(1)
    return torch.softmax(scores + (later + hidden), -1)
    #                              ^^^^^^^^^^^^^^ NAN107 information: `later` and `hidden` both reach the dtype's minimum: their sum is -inf, whose softmax is NaN; halve one
