# Not all classes are without members, and not all points lie in one place: the sum of the counts and the longest length
# are not 0. The share of one class may be.

import jax.numpy as jnp
import torch


def entropy_of_classes(labels, classes):
    shares = torch.zeros(classes)
    shares.index_add_(0, labels, torch.ones(100))
    shares /= shares.sum()
    return -(shares * torch.log(shares)).sum()
    #                 ^^^^^^^^^^^^^^^^^ NAN101 warning: `shares` can be 0, as a count of each value is for values that do not occur


def entropy_of_bins(labels):
    counts = torch.bincount(labels)
    return -torch.log(counts / counts.sum())
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 warning: `counts / counts.sum()` can be 0, as a count of each value can


def scaled(points):
    lengths = jnp.sqrt(jnp.sum(points**2, axis=-1))
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum(points**2, axis=-1)` stays above 0
    return points / jnp.max(lengths)


def to_unit(points):
    lengths = jnp.sqrt(jnp.sum(points**2, axis=-1))
    #         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.sum(points**2, axis=-1)` stays above 0
    return points / lengths[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `lengths[:, None]` is a norm, exactly 0 for a vector of zeros
