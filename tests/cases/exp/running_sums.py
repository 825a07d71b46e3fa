"""A running sum of what nothing bounds has no bounds either; one of logarithms of shares is never positive."""

import jax
import jax.numpy as jnp
import torch
from torch import nn


class Ratios(nn.Module):
    def __init__(self):
        super().__init__()
        self.head = nn.Linear(3, 3)

    def forward(self, x):
        return torch.exp(torch.cumsum(self.head(x), 0))
        #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN104 information: `….cumsum(…)` comes from the output of a linear layer, which nothing bounds: exp overflows to Inf in float32

    def of_logarithms(self, x):
        return torch.cumsum(torch.log_softmax(self.head(x), -1), 0).exp()


def of_probabilities(logits):
    return jnp.exp(jnp.cumsum(jax.nn.log_sigmoid(logits), -1))
