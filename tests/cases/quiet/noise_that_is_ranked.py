# Gumbel's noise is -inf where a uniform number is 0: what has it is not among the largest. Among the smallest it is.

import jax
import jax.numpy as jnp
import torch


def beam(phi, k):
    return torch.topk(-torch.log(-torch.log(torch.rand_like(phi))) + phi, k, dim=-1)


def choose(key, logits, k):
    noise = -jnp.log(-jnp.log(jax.random.uniform(key, logits.shape)))
    return jax.lax.top_k(logits + noise, k)


def raw(phi):
    noise = -torch.log(torch.rand_like(phi))
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `torch.rand_like(phi)` is a uniform random number and can be exactly 0: log(0) is -inf; keep it above 0
    return phi + torch.log(noise)
