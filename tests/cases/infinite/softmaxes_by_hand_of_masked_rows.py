# A softmax by hand takes the largest of each row away: -inf from -inf where the whole row is masked.
# A largest that is kept finite, or is taken before the mask, is none; a triangle leaves something in each row.

import jax.numpy as jnp
import tensorflow as tf
import torch


def by_hand(s, mask, v):
    s = s.masked_fill(~mask, float("-inf"))
    e = torch.exp(s - s.amax(-1, keepdim=True))
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its distance to its largest is NaN; use a finite mask
    return (e / e.sum(-1, keepdim=True)) @ v


def by_names(s, mask, v):
    s = s.masked_fill(~mask, float("-inf"))
    m = s.max(-1, keepdim=True).values
    e = (s - m).exp()
    #    ^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its distance to its largest is NaN; use a finite mask
    return (e / e.sum(-1, keepdim=True)) @ v


def in_arrays(s, mask, v):
    s = jnp.where(mask, s, -jnp.inf)
    e = jnp.exp(s - jnp.max(s, -1, keepdims=True))
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its distance to its largest is NaN; use a finite mask
    return (e / e.sum(-1, keepdims=True)) @ v


def in_graphs(s, mask, v):
    s = tf.where(mask, s, -float("inf"))
    e = tf.exp(s - tf.reduce_max(s, -1, keepdims=True))
    #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its distance to its largest is NaN; use a finite mask
    return (e / tf.reduce_sum(e, -1, keepdims=True)) @ v


def with_a_tensor(s, mask, v):
    s = torch.where(mask, s, torch.tensor(float("-inf")))
    e = torch.exp(s - s.max(dim=-1, keepdim=True)[0])
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its distance to its largest is NaN; use a finite mask
    return (e / e.sum(-1, keepdim=True)) @ v


def detached(s, mask, v):
    s = s.masked_fill(~mask, float("-inf"))
    e = torch.exp(s - s.max(dim=-1, keepdim=True)[0].detach())
    #             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN107 information: `s` is -inf throughout where a whole row is masked: its distance to its largest is NaN; use a finite mask
    return (e / e.sum(-1, keepdim=True)) @ v


def finite(s, mask, v):
    s = s.masked_fill(~mask, -1e9)
    e = torch.exp(s - s.amax(-1, keepdim=True))
    return (e / e.sum(-1, keepdim=True)) @ v


def floored(s, mask, v):
    s = s.masked_fill(~mask, float("-inf"))
    m = s.amax(-1, keepdim=True).clamp(min=-1e9)
    e = torch.exp(s - m)
    return (e / (e.sum(-1, keepdim=True) + 1e-9)) @ v


def unmasked_max(s, mask, v):
    m = s.amax(-1, keepdim=True)
    e = torch.exp((s - m).masked_fill(~mask, float("-inf")))
    return (e / (e.sum(-1, keepdim=True) + 1e-9)) @ v


def of_a_triangle(s, v):
    s = s.masked_fill(torch.triu(torch.ones_like(s), 1) == 1, float("-inf"))
    e = torch.exp(s - s.amax(-1, keepdim=True))
    return (e / e.sum(-1, keepdim=True)) @ v


def largest_of_all(s, mask):
    s = s.masked_fill(~mask, float("-inf"))
    return s - s.max()


def cleaned(s, mask, v):
    s = s.masked_fill(~mask, float("-inf"))
    m = s.amax(-1, keepdim=True)
    m = torch.where(torch.isfinite(m), m, 0.0)
    e = torch.exp(s - m)
    return (e / (e.sum(-1, keepdim=True) + 1e-9)) @ v
