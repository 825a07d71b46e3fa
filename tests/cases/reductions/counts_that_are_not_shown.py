# Of several axes, of sizes that are names, and of what is selected by something unknown the source shows no count.

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch


def by_axes(axis: int, n: int):
    a = torch.zeros(3).std(dim=axis)
    b = torch.ones((4, 1)).std(dim=(0, 1))
    c = torch.zeros(n).std()
    d = torch.zeros(n, 1).std()
    e = torch.zeros(1, n).std(0)
    return a, b, c, d, e


def by_shape():
    a = torch.ones((1, 3)).std(0)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `….ones(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.ones((1, 3)).std(0, unbiased=False)
    b = torch.ones((3, 1)).std(0)
    c = torch.ones((1, 3)).std(1)
    d = torch.ones((3, 1)).std(1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `….ones(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.ones((3, 1)).std(1, unbiased=False)
    e = torch.ones((1, 1)).std()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `….ones(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.ones((1, 1)).std(unbiased=False)
    f = torch.ones((1, 0)).mean()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.ones((1, 0))` has no element, and its mean is 0 / 0, NaN; leave it out
    # fixed: nothing
    g = torch.ones(1, device="cpu").std()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `….ones(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.ones(1, device="cpu").std(unbiased=False)
    return a, b, c, d, e, f, g


def by_place(x: torch.Tensor):
    return x[None].std(0), x.unsqueeze(1).std(0), x[None].std(1), x[1:].std(0), x.unsqueeze().std(0)
    #      ^^^^^^^^^^^^^^ NAN106 warning: `x[None]` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): x[None].std(0, unbiased=False)


def by_data(x, y):
    a = torch.tensor(x).std()
    b = torch.tensor([x]).std()
    c = torch.tensor([2.0]).std(dim=-1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.…(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.tensor([2.0]).std(dim=-1, unbiased=False)
    d = np.mean(np.array([]))
    #   ^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `np.array([])` has no element, and its mean is 0 / 0, NaN; leave it out
    # fixed: nothing
    e = np.mean([])
    #   ^^^^^^^^^^^ NAN106 warning: `[]` has no element, and its mean is 0 / 0, NaN; leave it out
    # fixed: nothing
    return a, b, c, d, e


def by_mask(x: torch.Tensor, y: torch.Tensor, known: torch.Tensor, labels: torch.Tensor):
    a = x[(y > 0) & known].mean()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `(y > 0) & known` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing
    b = x[(y > 0) & (y < 1)].mean()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `(y > 0) & (y < 1)` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing
    c = x[torch.nonzero(labels).squeeze(1)].mean()
    d = x[torch.nonzero(y > 0).flatten()].mean()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y > 0` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing
    e = x[flatten()].mean()
    f = (1.0 - x[y > 0]).mean()
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `y > 0` holds for any element, and the mean of none is NaN; ask first
    # fixed: nothing
    return a, b, c, d, e, f
