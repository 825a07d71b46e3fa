# Invalid values that do no harm: for a sampler, replaced without a gradient, of a table of constants.

import jax
import jax.numpy as jnp
import torch


def sample(key, logits):
    p = jax.nn.softmax(logits)
    return jax.random.categorical(key, jnp.log(p))


@torch.no_grad()
def entropy(logits):
    p = torch.softmax(logits, -1)
    return -(p * torch.nan_to_num(torch.log(p))).sum()


def constants():
    table = torch.zeros(10)
    return torch.log(torch.relu(table)), torch.sqrt(torch.abs(table))
