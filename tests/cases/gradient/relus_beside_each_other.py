"""PyTorch's and JAX's ReLU select in the backward pass: roots of what is put together of several have finite gradients."""

import jax
import jax.numpy as jnp
import torch
import torch.nn.functional as F
from torch import nn


class Pair(nn.Module):
    def __init__(self):
        super().__init__()
        self.f = nn.Linear(3, 4)
        self.g = nn.Linear(3, 4)

    def forward(self, x):
        a, b = F.relu(self.f(x)), F.relu(self.g(x))
        summed = torch.sqrt((a**2).sum(-1) + (b**2).sum(-1))
        # FIXME: nothing: executed, its gradient is 0
        apart = torch.sqrt(((a - b) ** 2).sum(-1))
        #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((a - b) ** 2).sum(-1)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
        # FIXME: nothing
        beside = torch.sqrt((torch.cat([a, b], 1) ** 2).sum(-1))
        #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `(torch.cat(…) ** 2).sum(-1)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
        # FIXME: nothing
        stacked = torch.stack([a, b]).pow(2).sum(0).sqrt()
        #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `torch.stack([…]).pow(2).sum(0)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0
        return summed, apart, beside, stacked

    def by_a_threshold(self, x):
        # FIXME: nothing: a threshold selects as a ReLU does
        return torch.sqrt((F.threshold(self.f(x), 0, 0) ** 2).sum(-1))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `(F.threshold(…) ** 2).sum(-1)` stays above 0: sqrt has an infinite gradient at 0


def loss(w, v, x):
    a, b = jax.nn.relu(x @ w), jax.nn.relu(x @ v)
    # FIXME: nothing
    return jnp.sqrt(((a - b) ** 2).sum(-1)).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `((a - b) ** 2).sum(-1)` can be 0, as a ReLU can: sqrt has an infinite gradient at 0; keep it above 0


gradient = jax.grad(loss)
