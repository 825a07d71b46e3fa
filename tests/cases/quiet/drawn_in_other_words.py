"""What was drawn by its own logits is not what is 0, in JAX's words too, and where only one way sharpens them."""

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F
from jax.numpy import argmax
from torch.distributions import Categorical


def drawn_in_jax(key, logits):
    probs = jax.nn.softmax(logits)
    return jnp.log(probs[jax.random.categorical(key, logits)])


def the_likeliest_by_a_bare_name(logits):
    probs = jax.nn.softmax(logits)
    return jnp.log(probs[argmax(logits)])


def sharper_on_one_way(net, x, temperature, greedy):
    logits = net(x)
    probs = F.softmax(logits, dim=-1)
    action = Categorical(logits=logits / temperature if greedy else logits).sample()
    return torch.log(probs.gather(1, action))


def by_others_on_one_way(net, x, before, greedy):
    logits = net(x)
    probs = F.softmax(logits, dim=-1)
    action = Categorical(logits=logits if greedy else before).sample()
    return torch.log(probs.gather(1, action))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs.gather(1, action)` is a softmax and can be exactly 0: log(0) is -inf; keep it above 0


def beside_an_item_that_nobody_drew(logits, other, chosen):
    probs = F.softmax(logits, dim=0)
    drawn = torch.multinomial(probs, 1)
    return torch.log(probs[drawn] * other[chosen])
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `probs[drawn] * other[chosen]` can be 0, as a softmax can: log(0) is -inf; keep it above 0
