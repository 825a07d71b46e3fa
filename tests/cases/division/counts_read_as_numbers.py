"""A count that is read from a tensor stays a count: a tensor that a Python 0 divides is Inf or NaN, and no error."""

import jax.numpy as jnp
import torch
import torch.nn.functional as F


def read(x, labels):
    m = labels > 0
    loss = (x * m).sum() / m.sum().item()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `m.sum().item()` is a count of matches and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x * m).sum() / max(m.sum().item(), 1.0)
    # or (unsafe): (x * m).sum() / (m.sum().item() + 1e-8)
    # from: `m.sum()` made here, exactly 0 where nothing matches
    loss.backward()


def converted(x, labels):
    m = (labels > 0).float()
    n = float(m.sum())
    loss = (x * m).sum() / n
    #      ^^^^^^^^^^^^^^^^^ NAN102 information: `n` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (x * m).sum() / max(n, 1.0)
    # or (unsafe): (x * m).sum() / (n + 1e-8)
    # from: `m.sum()` made here, exactly 0 where nothing matches
    loss.backward()


def whole(x, labels):
    m = labels > 0
    loss = x[m].sum() / int(m.sum())
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `int(m.sum())` can be 0, as a count of matches can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: x[m].sum() / max(int(m.sum()), 1)
    # or (unsafe): x[m].sum() / (int(m.sum()) + 1e-8)
    # from: `m.sum()` made here, exactly 0 where nothing matches
    loss.backward()


def of_a_batch(model, opt, data):
    for x, y in data:
        mask = y != -100
        n = mask.sum().item()
        loss = F.cross_entropy(model(x), y, reduction="none")
        loss = (loss * mask).sum() / n
    #          ^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `n` is a count of matches, exactly 0 where nothing matches: x / 0 is Inf or NaN; keep it away from 0
    # fixed: (loss * mask).sum() / max(n, 1.0)
    # or (unsafe): (loss * mask).sum() / (n + 1e-8)
    # from: `mask.sum()` made here, exactly 0 where nothing matches
        loss.backward()
        opt.step()


def in_jax(x, labels):
    m = labels > 0
    return jnp.sum(jnp.where(m, x, 0)) / int(jnp.sum(m))
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `int(jnp.sum(m))` can be 0, as a count of matches can: x / 0 is Inf or NaN; keep it away from 0
    # fixed: jnp.sum(jnp.where(m, x, 0)) / max(int(jnp.sum(m)), 1)
    # or (unsafe): jnp.sum(jnp.where(m, x, 0)) / (int(jnp.sum(m)) + 1e-8)
    # from: `jnp.sum(m)` made here, exactly 0 where nothing matches


def or_one(x, labels):
    m = labels > 0
    n = m.sum().item() or 1
    loss = (x * m).sum() / n
    loss.backward()


def at_least_one(x, labels):
    m = labels > 0
    loss = (x * m).sum() / max(m.sum().item(), 1)
    loss.backward()


def left_early(x, labels):
    m = labels > 0
    n = int(m.sum())
    if n == 0:
        return
    loss = (x * m).sum() / n
    loss.backward()


def of_numbers(x, labels):
    m = labels > 0
    return (x[m] > 0).sum().item() / m.sum().item()
