# What a mask of attention takes out is -inf, and the stable function is too: 0 times it would be a new NaN.

import jax
import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F

NEGATIVE = float("-inf")


def entropy_of_attention(s, m):
    s = s.masked_fill(m, float("-inf"))
    p = torch.softmax(s, dim=-1)
    return -(p * torch.log(p)).sum(dim=-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))


def finite_mask(s, m):
    s = s.masked_fill(m, -1e9)
    p = torch.softmax(s, dim=-1)
    return -(p * torch.log(p)).sum(dim=-1)
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(s, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): F.cross_entropy(s, p, reduction="none")


def written_into(s, m):
    s[m] = NEGATIVE
    p = torch.softmax(s, dim=-1)
    return (p * torch.log(p)).sum(dim=-1)
    #           ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))


def infinite_and_clipped(s, m):
    s = s.masked_fill(m, float("-inf"))
    p = torch.softmax(s.clamp(-100.0, 100.0), dim=-1)
    return (p * torch.log(p)).sum(dim=-1), F.relu(s)
    #           ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(logits, dim=-1)
    # adds: logits = s.clamp(-100.0, 100.0)
    # adds: logits
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def causal(q, k):
    mask = torch.triu(torch.full((4, 4), float("-inf")), diagonal=1)
    p = F.softmax(q @ k.transpose(-1, -2) + mask, dim=-1)
    return -(p * p.log()).sum(dim=-1)
    #            ^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: p.clamp(1e-10, 1.0).log()
    # or (unsafe): F.log_softmax(logits, dim=-1)
    # or (unsafe): F.cross_entropy(logits, p, reduction="none")


def handed_in(s, attention_mask):
    s += attention_mask[:, None]
    p = torch.softmax(s, dim=-1)
    return -(p * torch.log(p)).mean()
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(s, dim=-1)


def scaled_mask(s, attention_mask):
    attention_mask = (1.0 - attention_mask) * -10000.0
    p = torch.softmax(s + attention_mask, dim=-1)
    return -(p * torch.log(p)).mean()
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(s + attention_mask, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def in_place(s, k):
    s[s < k] = NEGATIVE
    p = s.softmax(-1)
    return -(p * p.log()).sum(-1).mean()
    #            ^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: p.clamp(1e-10, 1.0).log()


def hide(s, m):
    s.masked_fill_(m, -torch.inf)


def in_a_helper(s, m):
    hide(s, m)
    p = torch.softmax(s, dim=-1)
    return -(p * torch.log(p)).mean()
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(s, dim=-1)


def of_jax(s, m):
    p = jax.nn.softmax(jnp.where(m, s, -jnp.inf))
    return -jnp.sum(p * jnp.log(p))
    #                   ^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: jnp.log(jnp.clip(p, 1e-10, 1.0))


def of_tensorflow(s, m):
    s = tf.where(m, s, -np.inf)
    p = tf.nn.softmax(s)
    return -tf.reduce_sum(p * tf.math.log(p))
    #                         ^^^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: tf.math.log(tf.clip_by_value(p, 1e-10, 1.0))


def of_a_logarithm(z, w):
    s = torch.log(torch.relu(w)).detach()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.relu(w)` is a ReLU
    # fixed: torch.log(torch.clamp(torch.relu(w), min=1e-10))
    # or (unsafe): torch.log(torch.relu(w) + 1e-8)
    p = torch.softmax(s, dim=-1)
    return (z * torch.log(p)).sum(dim=-1)
    #           ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log(torch.clamp(p, 1e-10, 1.0))


def picked(s, m, y):
    p = torch.softmax(s.masked_fill(m, -torch.inf), dim=-1)
    return -torch.log(p.gather(1, y)).mean()
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `p.gather(1
    # fixed: torch.log(torch.clamp(p.gather(1, y), 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(logits, dim=-1).gather(1, y)
    # or (unsafe): torch.log(p.gather(1, y) + 1e-8)


def divergence(s, m, z):
    p = torch.softmax(s.masked_fill(m, -torch.inf), dim=-1)
    q = torch.softmax(z, dim=-1)
    return (p * torch.log(p / q)).sum(dim=-1)
    #           ^^^^^^^^^^^^^^^^ NAN101 warning: `p / q` can be 0, as a softmax is once a logit trails the largest by 104
    # fixed: (torch.log(torch.clamp(p, min=1e-10)) - torch.log_softmax(z, dim=-1))
    # removes: q = torch.softmax(z, dim=-1)
    #                     ^^^^^ NAN102 warning: `q` is a softmax
    # fixed: (torch.log(torch.clamp(p, min=1e-10)) - torch.log_softmax(z, dim=-1))
    # adds: (torch.log(torch.clamp(p, min=1e-10)) - torch.log_softmax(z, dim=-1))
    # removes: q = torch.softmax(z, dim=-1)


def with_an_epsilon(s, m):
    p = torch.softmax(s.masked_fill(m, -torch.inf), dim=-1)
    return -(p * torch.log(p + 1e-8)).sum(dim=-1).mean()


def loss_of_masked(s, m, y):
    p = torch.sigmoid(s.masked_fill(m, -torch.inf))
    return F.binary_cross_entropy(p, y)


def cast_before(s, best):
    if best < float("inf"):
        best = s.max()
    p = torch.softmax(s, dim=-1)
    return -(p * torch.log(p)).mean(), best
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(s, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def others_are(s, t, m):
    t[m] = s.max()
    t[0] = torch.where(s > 0, s, -torch.inf)
    p = torch.softmax(s, dim=-1)
    return -(p * torch.log(p)).mean(), t
    #            ^^^^^^^^^^^^ NAN101 warning: `p` is a softmax
    # fixed: torch.log_softmax(s, dim=-1)
    # or: torch.log(torch.clamp(p, 1e-10, 1.0))


def attend(s, m):
    return torch.softmax(s.masked_fill(m, -torch.inf), dim=-1)


def returned_by_a_helper(s, m):
    return -(attend(s, m) * torch.log(attend(s, m))).sum(-1).mean()
    #                       ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `attend(s, m)` is a softmax
    # fixed: torch.log(torch.clamp(attend(s, m), 1e-10, 1.0))
    # or (unsafe): torch.log(attend(s, m) + 1e-8)


def returned_and_summed(s, m):
    return torch.log(attend(s, m)).sum(-1)
    #      ^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `attend(s, m)` is a softmax
    # fixed: torch.log(torch.clamp(attend(s, m), 1e-10, 1.0))
    # or (unsafe): torch.log_softmax(s.masked_fill(m, -torch.inf), dim=-1)
    # or (unsafe): torch.log(attend(s, m) + 1e-8)
