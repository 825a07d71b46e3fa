"""Each of the values that `unique` found occurs: none of them is counted 0 times."""

import jax.numpy as jnp
import torch


def of_rows(ids, steps):
    found = torch.unique(ids)
    counts = (ids.view(1, -1) == found.view(-1, 1)).float().sum(-1)
    return steps / counts


def with_counts(ids, x):
    found, _ = torch.unique(ids, return_counts=True)
    member = (found[:, None] == ids[None, :]).float()
    return member @ x / member.sum(1, keepdim=True)


def one_after_the_other(labels, x):
    total = 0.0
    for c in labels.unique():
        mask = (labels == c).float()
        total = total + (x * mask).sum() / mask.sum()
    return total


def in_jax(labels):
    return 1.0 / (labels == jnp.unique(labels)[:, None]).sum(-1)


def of_others(ids, batch, steps):
    found = torch.unique(ids)
    counts = (batch.view(1, -1) == found.view(-1, 1)).float().sum(-1)
    return steps / counts
    #      ^^^^^^^^^^^^^^ NAN102 warning: `counts` is a row's count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0


def of_classes(labels, x, n):
    total = 0.0
    for c in range(n):
        mask = (labels == c).float()
        total = total + (x * mask).sum() / mask.sum()
        #               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `mask.sum()` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
    return total
