# A mean of nothing and an unbiased deviation of one element are 0 / 0.

import jax.numpy as jnp
import numpy as np
import tensorflow as tf
import torch
import torch.nn.functional as F


def single(x: torch.Tensor):
    a = torch.std(x[:1], dim=0)
    #   ^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x[:1]` has a single element here, and its unbiased standard deviation is 0 / 0, NaN
    # fixed (unsafe): torch.std(x[:1], dim=0, unbiased=False)
    first = x[0:1]
    b = first.var(0)
    #   ^^^^^^^^^^^^ NAN106 warning: `first` has a single element here, and its unbiased variance is 0 / 0, NaN
    # fixed (unsafe): first.var(0, unbiased=False)
    c = torch.tensor([1.0]).std()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.…(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): torch.tensor([1.0]).std(unbiased=False)
    d = x.unsqueeze(0).std(0)
    #   ^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `x.unsq…(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): x.unsqueeze(0).std(0, unbiased=False)
    e = np.std(np.array([1.0]), ddof=1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `….array(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed (unsafe): np.std(np.array([1.0]), ddof=0)
    f = jnp.std(jnp.array([1.0]), ddof=1)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `….array(…)` has a single element here, and its unbiased standard deviation is 0 / 0, NaN; take the biased one
    # fixed: nothing
    return a, b, c, d, e, f


def none():
    return torch.zeros(0).mean()
    #      ^^^^^^^^^^^^^^^^^^^^^ NAN106 warning: `torch.zeros(0)` has no element, and its mean is 0 / 0, NaN
    # fixed: nothing


def selected(x: torch.Tensor, labels: torch.Tensor, q: tf.Tensor):
    a = x[x > 0].mean()
    #   ^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `x > 0` holds for any element, and the mean of none is NaN
    # fixed: nothing
    seen = labels != -100
    b = x[seen].mean()
    #   ^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `seen` holds for any element, and the mean of none is NaN
    # fixed: nothing
    c = tf.reduce_mean(tf.boolean_mask(q, q > 0))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `q > 0` holds for any element, and the mean of none is NaN
    # fixed: nothing
    d = ((x[seen] - 1.0) ** 2).mean()
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `seen` holds for any element, and the mean of none is NaN
    # fixed: nothing
    e = F.mse_loss(x[seen], x[seen] * 2)
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN106 information: nothing here shows that `seen` holds for any element, and the mean loss of none is NaN
    # fixed: nothing
    return a, b, c, d, e, F.mse_loss(x[seen], x[seen] * 2, reduction="sum")


def fine(x: torch.Tensor, labels: torch.Tensor, index: torch.Tensor, z: np.ndarray, n: int):
    a = torch.std(x[:1])
    b = torch.std(x[:1], dim=0, unbiased=False)
    c = x[:1].mean(0)
    d = x[index].mean()
    seen = labels != -100
    e = x[seen].mean() if seen.any() else 0.0
    f = z[z > 0].mean()
    g = x.std(0)
    h = x[2:5].std(0) + x[:n].std(0) + x[n:].std(0) + x[n].std(0)
    return a, b, c, d, e, f, g, h


def asked(x: torch.Tensor, labels: torch.Tensor):
    seen = labels != -100
    if seen.sum() == 0:
        return x.sum() * 0
    return x[seen].mean()
