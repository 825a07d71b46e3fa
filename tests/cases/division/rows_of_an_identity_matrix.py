"""Rows of an identity matrix that labels pick are one-hot vectors: a class that does not occur has no members."""

import jax
import jax.numpy as jnp
import numpy as np
import torch


def means(x, labels, k):
    members = np.eye(k)[labels]
    counts = members.sum(axis=0)
    return members.T @ x / counts[:, None], x / members.sum(-1, keepdims=True), x / np.maximum(counts, 1)[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `counts[:, None]` is a count of each class and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: members.T @ x / np.maximum(counts[:, None], 1.0)
    # or (unsafe): members.T @ x / (counts[:, None] + 1e-8)
    # from: `members.sum(axis=0)` made here, exactly 0 for a class that does not occur


def weights_of_classes(y, logits, k):
    onehot = np.identity(k)[y.reshape(-1)]
    weights = len(y) / onehot.sum(0)
    #         ^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `onehot.sum(0)` is a count of each class and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: len(y) / np.maximum(onehot.sum(0), 1.0)
    # or (unsafe): len(y) / (onehot.sum(0) + 1e-8)
    # from: `onehot.sum(0)` made here, exactly 0 for a class that does not occur
    return torch.nn.functional.cross_entropy(logits, torch.tensor(y), weight=torch.tensor(weights))


def prototypes(h, labels, k):
    onehot = torch.eye(k)[labels]
    return onehot.t() @ h / onehot.sum(0)[:, None], onehot.t() @ h / onehot.sum(0).clamp(min=1)[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `onehot.sum(0)[:, None]` is a count of each class and can be exactly 0: x / 0 is Inf or NaN
    # fixed: onehot.t() @ h / onehot.sum(0)[:, None].clamp(min=1.0)
    # or (unsafe): onehot.t() @ h / (onehot.sum(0)[:, None] + 1e-8)
    # from: `onehot.sum(0)` made here, exactly 0 for a class that does not occur


def of_jax(h, labels, k):
    onehot = jnp.eye(k)[labels]
    return onehot.T @ h / onehot.sum(axis=0)[:, None]
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `onehot.sum(…)[…]` is a count of each class and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: onehot.T @ h / jnp.maximum(onehot.sum(axis=0)[:, None], 1.0)
    # or (unsafe): onehot.T @ h / (onehot.sum(axis=0)[:, None] + 1e-8)
    # from: `onehot.sum(axis=0)` made here, exactly 0 for a class that does not occur


def no_labels(h, k, i: int):
    basis = torch.eye(k)
    return h / basis[0].sum(), h / basis[:3].sum(1), h / basis[i].sum(), h / torch.eye(k)[None].sum(-1)


def entropy(labels, p, k):
    target = np.eye(k)[labels]
    return -(target * np.log(p)).sum(1).mean(), -np.log((target * p).sum(1)).mean()
    #                 ^^^^^^^^^ NAN101 information: nothing here shows that `p` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(p, 1e-10))
    #                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `(target * p).sum(1)` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum((target * p).sum(1), 1e-10))
    # from: `np.eye(k)[labels]` made here, values in [0, 1]


grads = jax.grad(lambda h, y: of_jax(h, y, 3).sum())
