"""What all rows of a softmax give a class is 0 where it underflows in each of them: possible, and no more.

So is the weight of a cluster that is far from everything, and the mean prediction of a network that has collapsed.
Along 1 or -1 it may be the own axis of a matrix.
"""

import jax
import jax.numpy as jnp
import torch


def means(x, logits):
    r = torch.softmax(logits, dim=-1)
    n = r.sum(0)
    return (r.t() @ x) / n[:, None], n / n.sum(), (r.t() @ x) / (n[:, None] + 1e-6)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `n[:, None]` is what all rows of a softmax give a class and can be exactly 0: x / 0 is Inf or NaN
    # fixed: (r.t() @ x) / n[:, None].clamp(min=1e-7)
    # or (unsafe): (r.t() @ x) / (n[:, None] + 1e-8)
    # from: `r.sum(0)` made here, exactly 0 where none gives it anything


def entropy_of_the_mean(logits):
    m = torch.softmax(logits, dim=1).mean(dim=0)
    return -(m * torch.log(m)).sum(), -(m * torch.log(m + 1e-5)).sum()
    #            ^^^^^^^^^^^^ NAN101 information: `m` is what all rows of a softmax give a class and can be exactly 0: log(0) is -inf; keep it above 0
    # fixed: torch.log(torch.clamp(m, 1e-10, 1.0))
    # or (unsafe): torch.log(m + 1e-8)
    # from: `torch.softmax(logits, dim=1).mean(dim=0)` made here, exactly 0 where none gives it anything


@jax.jit
def of_jax(logits):
    return jnp.log(jax.nn.softmax(logits).mean(axis=0)), jnp.log(jax.nn.softmax(logits).sum(axis=-1))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: `jax.nn.softmax(…).mean(…)` is what all rows of a softmax give a class and can be exactly 0: log(0) is -inf
    # fixed: jnp.log(jnp.clip(jax.nn.softmax(logits).mean(axis=0), 1e-10, 1.0))
    # or (unsafe): jnp.log(jax.nn.softmax(logits).mean(axis=0) + 1e-8)
    # from: `jax.nn.softmax(logits).mean(axis=0)` made here, exactly 0 where none gives it anything


def of_a_matrix(x, logits):
    return x / torch.softmax(logits, dim=1).sum(-1), x / torch.softmax(logits, dim=-1).sum(1)
