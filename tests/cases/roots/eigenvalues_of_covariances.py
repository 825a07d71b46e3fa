"""Whitening by a covariance: where columns depend on each other its eigenvalues are 0, and below it by rounding."""

import jax.numpy as jnp
import numpy as np
import torch


def zca(x):
    cov = np.cov(x, rowvar=False)
    values, vectors = np.linalg.eigh(cov)
    return vectors @ np.diag(values**-0.5) @ vectors.T, 1 / np.sqrt(values + 1e-5), np.log(values)
    #                        ^^^^^^^^^^^^ NAN103 information: `values` is an eigenvalue, exactly 0 where columns depend on each other: 0 ** -0.5 is Inf; keep it above 0
    # fixed: nothing
    # from: `np.linalg.eigh(cov)` made here, exactly 0 where columns depend on each other
    #                                                                               ^^^^^^^^^^^^^^ NAN101 information: `values` is an eigenvalue, exactly 0 where columns depend on each other: log(0) is -inf; keep it above 0
    # fixed: np.log(np.maximum(values, 1e-10))
    # from: `np.linalg.eigh(cov)` made here, exactly 0 where columns depend on each other


def of_torch(x):
    cov = torch.cov(x.T)
    values, vectors = torch.linalg.eigh(cov)
    return vectors @ torch.diag(values.rsqrt()), values.clamp(min=1e-6).rsqrt()
    #                           ^^^^^^^^^^^^^^ NAN103 warning: `values` is an eigenvalue, exactly 0 where columns depend on each other: rsqrt(0) is Inf; keep it above 0
    # fixed: values.clamp(min=1e-10).rsqrt()
    # from: `torch.linalg.eigh(cov)` made here, exactly 0 where columns depend on each other


def products(x):
    c = x.T @ x / len(x)
    w, v = np.linalg.eigh(c)
    return 1.0 / np.sqrt(w)
    #      ^^^^^^^^^^^^^^^^ NAN102 information: `np.sqrt(w)` can be 0, as an eigenvalue can: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): 1.0 / np.maximum(np.sqrt(w), 1e-10)
    # from: `np.linalg.eigh(c)` made here, exactly 0 where columns depend on each other
    # from: `np.sqrt(w)` made here, values in [0, inf]
    #            ^^^^^^^^^^ NAN103 information: `w` is an eigenvalue and can be below 0: sqrt(-1) is NaN; keep it above 0
    # fixed: np.sqrt(np.maximum(w, 1e-10))
    # from: `np.linalg.eigh(c)` made here, below 0 by rounding, where columns depend on each other


def kept(x):
    cov = np.cov(x, rowvar=False) + 1e-3 * np.eye(x.shape[1])
    w, v = np.linalg.eigh(cov)
    return 1 / np.sqrt(w), np.log(np.linalg.eigvalsh(cov))
    #                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `np.linalg.eigvalsh(cov)` stays above 0: log(0) is -inf
    # fixed: np.log(np.maximum(np.linalg.eigvalsh(cov), 1e-10))


def std(x):
    return x / np.sqrt(np.diag(np.cov(x, rowvar=False)))


def of_jax(x):
    return jnp.linalg.eigh(jnp.cov(x, rowvar=False))[0] ** -0.5
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `jnp.linalg.eigh(jnp.cov(…))[0]` is an eigenvalue and can be exactly 0: 0 ** -0.5 is Inf; keep it above 0
    # fixed: nothing
    # from: `jnp.linalg.eigh(jnp.cov(x, rowvar=False))` made here, exactly 0 where columns depend on each other
