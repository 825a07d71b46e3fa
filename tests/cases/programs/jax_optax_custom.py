"""Optimisers and losses written by hand with pytrees: moments without an epsilon, trust ratios, norms at a gradient of 0."""

from __future__ import annotations

import operator
from functools import reduce
from typing import Any, Callable, NamedTuple, Optional

import jax
import jax.numpy as jnp
import optax
from jax.tree_util import tree_leaves, tree_map

Schedule = Callable[[int], float]


class ScaleState(NamedTuple):
    count: jax.Array
    mu: Any
    nu: Any


def scale_by_moments(b1=0.9, b2=0.999, eps=1e-8, eps_root=0.0) -> optax.GradientTransformation:
    def init(params):
        return ScaleState(jnp.zeros([], jnp.int32), tree_map(jnp.zeros_like, params), tree_map(jnp.zeros_like, params))

    def update(grads, state, params=None):
        del params
        count = state.count + 1
        mu = tree_map(lambda g, m: b1 * m + (1 - b1) * g, grads, state.mu)
        nu = tree_map(lambda g, v: b2 * v + (1 - b2) * g**2, grads, state.nu)
        mu_hat = tree_map(lambda m: m / (1 - b1**count), mu)
        out = tree_map(lambda m, v: m / (jnp.sqrt(v + eps_root) + eps), mu_hat, nu)
        return out, ScaleState(count, mu, nu)

    return optax.GradientTransformation(init, update)


def sign_of_root(grads):
    # FIXME: information: sqrt(g ** 2) is 0 where the gradient is
    return jax.tree.map(lambda g: g / jnp.sqrt(jnp.square(g)), grads)


def global_norm(tree, floor: Optional[float] = None):
    total = reduce(operator.add, [jnp.sum(jnp.square(leaf)) for leaf in tree_leaves(tree)])
    return jnp.sqrt(total if floor is None else jnp.maximum(total, floor))


def trust_ratio(param, update, *, eps=0.0, clip=10.0):
    p, u = jnp.linalg.norm(param), jnp.linalg.norm(update)
    ratio = p / (jnp.where(u > 0.0, u, 1.0) + eps)
    ratio = jnp.where((p == 0.0) | (u == 0.0), 1.0, ratio)
    return jnp.clip(ratio, None, clip) * update


def safe_norm(x, min_norm=1e-6, axis=None):
    norm = jnp.linalg.norm(x, axis=axis)
    x = jnp.where(norm <= min_norm, jnp.ones_like(x), x)
    return jnp.where(norm <= min_norm, min_norm, jnp.linalg.norm(x, axis=axis))


def penalty(f, x):
    g = jax.vmap(jax.grad(lambda z: f(z).sum()))(x)
    n = jnp.sqrt(jnp.sum(g**2, axis=-1))
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 warning: `jnp.sum(g**2, axis=-1)` can be 0, as a gradient can: sqrt has an infinite gradient at 0; keep it above 0
    # fixed (unsafe): jnp.sqrt(jnp.maximum(jnp.sum(g**2, axis=-1), 1e-10))
    # or (unsafe): jnp.sqrt(jnp.sum(g**2, axis=-1) + 1e-8)
    tame = jnp.sqrt(jnp.sum(g**2, axis=-1) + 1e-12)
    return jnp.mean((n - 1.0) ** 2) + jnp.mean((tame - 1.0) ** 2)


def robust(residual, c=1.0, kind="charbonnier"):
    if kind == "l2_root":
        return jnp.sqrt(residual**2)
        #      ^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `residual**2` stays above 0: sqrt has an infinite gradient at 0
    if kind == "charbonnier":
        return jnp.sqrt(residual**2 + c**2)
    if kind == "cauchy":
        return jnp.log1p(0.5 * (residual / c) ** 2)
    if kind == "log_cosh":
        return jnp.log(jnp.cosh(residual))
        #              ^^^^^^^^^^^^^^^^^^ NAN104 information: nothing here keeps `residual` small enough: cosh overflows to Inf in float32
    return jnp.abs(residual)


def quantile_crossing(q_low, q_high):
    width = jax.nn.relu(q_high - q_low)
    return jnp.log(width), jnp.log(width + 1e-3), 1.0 / jnp.where(width > 0, width, 1.0)
    #      ^^^^^^^^^^^^^^ NAN101 warning: `width` is a ReLU, exactly 0 for inputs of 0 or less: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.maximum(width, 1e-10))
    # or (unsafe): jnp.log(width + 1e-8)
    # from: `jax.nn.relu(q_high - q_low)` made here, exactly 0 for inputs of 0 or less


def weight_norm(v, g):
    return g * v / jnp.linalg.norm(v, axis=0, keepdims=True), g * v / (jnp.linalg.norm(v, axis=0, keepdims=True) + 1e-8)
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `jnp.linalg.norm(…)` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed: g * v / jnp.sqrt(jnp.maximum(jnp.sum(jnp.square(v), axis=0, keepdims=True), 1e-12))
    # from: `jnp.linalg.norm(v, axis=0, keepdims=True)` made here, exactly 0 for a vector of zeros


def model(params, x):
    h = jnp.tanh(x @ params["w1"] + params["b1"])
    return jax.nn.sigmoid(h @ params["w2"])[:, 0]


def loss_fn(params, batch, *, focal=2.0):
    p = model(params, batch["x"])
    y = batch["y"]
    bce = optax.losses.sigmoid_binary_cross_entropy(h := batch["x"].sum(-1), y)
    hand = -(y * jnp.log(p) + (1 - y) * jnp.log1p(-p))
    #            ^^^^^^^^^^ NAN101 warning: `p` is a sigmoid, exactly 0 for inputs below -87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(p, 1e-10, 1.0))
    # or (unsafe): jnp.log(p + 1e-8)
    # from: `jax.nn.sigmoid(h @ params["w2"])` made here, exactly 0 in float32 for inputs below -87
    # from: `model(params, batch["x"])` returned by this call
    #                                   ^^^^^^^^^^^^^ NAN101 warning: `-p` can be -1 where a sigmoid is exactly 1 (for inputs above 17): log1p(-1) is -inf; keep it above -1
    # fixed: jnp.log1p(jnp.clip(-p, -0.9999999, 1.0))
    # from: `jax.nn.sigmoid(h @ params["w2"])` made here, exactly 1 in float32 for inputs above 17
    # from: `model(params, batch["x"])` returned by this call
    tame = -(y * jnp.log(jnp.clip(p, 1e-6)) + (1 - y) * jnp.log(jnp.clip(1 - p, min=1e-6)))
    weight = jnp.power(jnp.abs(y - p), focal - 1.5)
    #        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN301 information: nothing here shows that `jnp.abs(y - p)` stays above 0: x ** 0.5 has an infinite gradient at 0
    # fixed (unsafe): jnp.power(jnp.maximum(jnp.abs(y - p), 1e-10), focal - 1.5)
    # or (unsafe): jnp.power(jnp.abs(y - p) + 1e-8, focal - 1.5)
    reveal_range(p)  # [0, 1] float32 takes 0, 1
    reveal_range(bce)  # [0, inf] float32 takes nothing
    mean = (hand * y).sum() / y.sum()
    #      ^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 information: `y.sum()` can be 0 where all weights are 0: x / 0 is Inf or NaN; keep it away from 0
    return (
        mean
        + tame.mean()
        + weight.mean()
        + bce.mean()
        + robust(h, kind="l2_root").mean()
        + penalty(model, params).mean()
    )


def fit(params, batches, schedule: Schedule | float = 1e-3, seed=0):
    tx = optax.chain(scale_by_moments(eps_root=1e-10), optax.scale_by_learning_rate(schedule))
    state = tx.init(params)
    step = jax.jit(jax.value_and_grad(loss_fn), static_argnames="focal")
    for batch in batches:
        value, grads = step(params, batch)
        if not jnp.isfinite(value):
            raise FloatingPointError("the loss is not finite")
        n = global_norm(grads)
        grads = tree_map(lambda g: jnp.where(n > 1.0, g / n, g), grads)
        updates, state = tx.update(grads, state, params)
        params = optax.apply_updates(params, updates)
    return params
