"""The correlation of what is constant is 0 / 0: an output that has collapsed makes the loss NaN."""

import jax
import jax.numpy as jnp
import numpy as np
import torch
from torch import nn


class CorrelationLoss(nn.Module):
    def forward(self, predicted, wanted):
        return 1 - torch.corrcoef(torch.stack([predicted, wanted]))[0, 1]
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `torch.stack(…)` varies in each row: of what is constant the correlation is 0 / 0, NaN


def decorrelation_loss(params, x):
    features = jnp.tanh(x @ params)
    return jnp.sum(jnp.corrcoef(features.T) ** 2)
    #              ^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `features.T` varies in each row: of what is constant the correlation is 0 / 0, NaN


step = jax.grad(decorrelation_loss)


def fit(model, x, y, optimizer):
    out = model(x).squeeze(-1)
    loss = -torch.corrcoef(torch.stack([out, y]))[0, 1]
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `torch.stack(…)` varies in each row: of what is constant the correlation is 0 / 0, NaN
    loss.backward()
    optimizer.step()


# A measure, which nobody differentiates.
def pearson(out, y):
    return np.corrcoef(out, y)[0, 1]


@torch.no_grad()
def evaluate(model, x, y):
    return torch.corrcoef(torch.stack([model(x).squeeze(-1), y]))[0, 1].item()


class Watched(nn.Module):
    def forward(self, x):
        return x @ torch.corrcoef(x.T.detach())


# What is not a number is replaced.
def skips_constants(model, x, y, optimizer):
    loss = -torch.corrcoef(torch.stack([model(x).squeeze(-1), y]))[0, 1]
    if torch.isnan(loss):
        return
    loss.backward()
    optimizer.step()
