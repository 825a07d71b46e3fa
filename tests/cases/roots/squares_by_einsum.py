"""Sums of squares as `einsum` writes them: norms and distances, 0 for what meets itself."""

import jax
import jax.numpy as jnp
import numpy as np


def gravity(pos, mass, soft: float = 0.0):
    d = pos[:, None] - pos[None]
    r2 = jnp.einsum("ijk,ijk->ij", d, d)
    inv = (r2 + soft) ** -1.5
    #     ^^^^^^^^^^^^^^^^^^^ NAN103 warning: `(r2 + soft)` can be 0, as a pairwise difference can: 0 ** -1.5 is Inf; keep it above 0
    # fixed: jnp.maximum(r2 + soft, 1e-6) ** -1.5
    # from: `pos[:, None] - pos[None]` made here, exactly 0 where an element meets itself
    # from: `r2 = jnp.einsum("ijk,ijk->ij", d, d)` goes into `r2` here
    inv = jnp.where(jnp.eye(len(pos), dtype=bool), 0.0, inv)
    return (mass[None, :, None] * d * inv[..., None]).sum(1)


def softened(pos, mass, soft=1e-3):
    d = pos[:, None] - pos[None]
    r2 = jnp.einsum("ijk, ijk -> ij", d, d)
    return (mass[None, :, None] * d * ((r2 + soft) ** -1.5)[..., None]).sum(1)


def rows(x):
    norms = np.sqrt(np.einsum("ij,ij->i", x, x))
    return x / norms[:, None], x / np.maximum(norms, 1e-12)[:, None]
    #      ^^^^^^^^^^^^^^^^^^ NAN102 information: `norms[:, None]` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x / np.maximum(norms[:, None], 1e-10)
    # or (unsafe): x / (norms[:, None] + 1e-8)
    # from: `np.sqrt(np.einsum("ij,ij->i", x, x))` made here, exactly 0 for a vector of zeros


def distances(x):
    sq = np.einsum("ij,ij->i", x, x)
    return np.sqrt(sq[:, None] + sq[None] - 2 * x @ x.T)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN103 warning: `sq[:, None] + sq[None] - 2 * x @ x.T` is a squared distance from products and can be below 0: sqrt(-1) is NaN
    # fixed: np.sqrt(np.maximum(sq[:, None] + sq[None] - 2 * x @ x.T, 1e-10))
    # from: `sq[:, None] + sq[None] - 2 * x @ x.T` made here, below 0 by rounding, where both are nearly equal


gradient = jax.grad(lambda pos, mass: gravity(pos, mass).sum() + softened(pos, mass).sum())
