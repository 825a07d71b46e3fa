# A sampler takes logits of -inf for what is never drawn, under a name as in place. Where the name goes elsewhere too, into
# a loss, they are as bad as any.

import jax
import jax.numpy as jnp
import torch
from torch.distributions import Categorical


def without_some(logits, forbidden, key):
    probs = jax.nn.softmax(logits)
    for i in forbidden:
        probs = probs.at[:, i].set(0.0)
    probs = probs / jnp.sum(probs, -1, keepdims=True)
    logits = jnp.log(probs)
    largest = jnp.sort(logits)[:, -1]
    return jax.random.categorical(key, logits), largest


def with_a_temperature(logits, temperature):
    scores = torch.log(torch.softmax(logits, -1))
    scores = scores / temperature
    return Categorical(logits=scores).sample()


def in_a_loss_too(logits, temperature):
    scores = torch.log(torch.softmax(logits, -1))
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(logits, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(logits, -1)
    # or: torch.log(torch.clamp(torch.softmax(logits, -1), 1e-10, 1.0))
    # from: `torch.softmax(logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    drawn = Categorical(logits=scores / temperature).sample()
    return drawn, scores.sum()


def never_sampled(logits):
    scores = torch.log(torch.softmax(logits, -1))
    return torch.argmax(scores)


def assigned_to_another(logits):
    scores = torch.log(torch.softmax(logits, -1))
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.softmax(logits, -1)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log_softmax(logits, -1)
    # or: torch.log(torch.clamp(torch.softmax(logits, -1), 1e-10, 1.0))
    # from: `torch.softmax(logits, -1)` made here, exactly 0 in float32 once a logit trails the largest by 104
    other = scores * 2
    return Categorical(logits=scores).sample(), other
