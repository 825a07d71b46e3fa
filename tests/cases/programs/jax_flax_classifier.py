"""A classifier in Flax's linen with a training state: probabilities in the loss, temperature by `vmap`, gradients clipped by their norm."""

from functools import partial
from typing import Any, Sequence

import flax.linen as nn
import jax
import jax.numpy as jnp
import optax
from flax import struct
from flax.training import train_state

EPS = 1e-7


class TrainState(train_state.TrainState):
    batch_stats: Any = struct.field(default=None)
    smoothing: float = struct.field(pytree_node=False, default=0.1)


class CNN(nn.Module):
    features: Sequence[int] = (32, 64)
    classes: int = 10
    dtype: Any = jnp.float32

    @nn.compact
    def __call__(self, x, *, train: bool = True):
        for f in self.features:
            x = nn.Conv(f, (3, 3), dtype=self.dtype)(x)
            x = nn.BatchNorm(use_running_average=not train, momentum=0.9)(x)
            x = nn.relu(x)
            x = nn.avg_pool(x, (2, 2), strides=(2, 2))
        x = x.reshape((x.shape[0], -1))
        return nn.softmax(nn.Dense(self.classes, name="head")(x))


class Scaled(nn.Module):
    @nn.compact
    def __call__(self, x):
        scale = self.param("scale", nn.initializers.zeros, (x.shape[-1],))
        bias = self.param("bias", nn.initializers.ones_init(), (x.shape[-1],))
        y = nn.Dense(x.shape[-1])(x)
        y = nn.relu(y)
        row = y / y.sum(axis=-1, keepdims=True)
        #     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ NAN102 warning: `y.sum(…)` can be 0, as a ReLU is for inputs of 0 or less: x / 0 is Inf or NaN; keep it away from 0
        # fixed: y / jnp.maximum(y.sum(axis=-1, keepdims=True), 1e-7)
        # or (unsafe): y / (y.sum(axis=-1, keepdims=True) + 1e-8)
        # from: `nn.relu(y)` made here, exactly 0 for inputs of 0 or less
        safe = y / jnp.maximum(y.sum(axis=-1, keepdims=True), EPS)
        return row + safe + x / scale + x / (1.0 + jnp.abs(bias))
        #                   ^^^^^^^^^ NAN102 warning: `scale` is a variable that starts at 0 and can be exactly 0: x / 0 is Inf or NaN; keep it away from 0
        # fixed: nothing
        # or (unsafe): x / jnp.where(jnp.abs(scale) < 1e-7, 1.0, scale)
        # from: `self.param("scale", nn.initializers.zeros, (x.shape[-1],))` made here, exactly 0 before the first step


def nll(probs, labels):
    return -jnp.mean(jnp.sum(labels * jnp.log(probs), axis=-1))
    #                                 ^^^^^^^^^^^^^^ NAN101 warning: `probs` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
    # fixed: jnp.log(jnp.clip(probs, 1e-10, 1.0))
    # or (unsafe): jnp.log(probs + 1e-8)
    # from: `nn.softmax(nn.Dense(self.classes, name="head")(x))` made here, exactly 0 in float32 once a logit trails the largest by 87
    # from: `CNN().apply(variables, batch["image"], mutable=["batch_stats"])` returned by this call
    # from: `probs` passed as `probs` here


def nll_clipped(probs, labels, low=EPS):
    return -jnp.mean(jnp.sum(labels * jnp.log(jnp.clip(probs, low, 1.0)), axis=-1))


def nll_picked(probs, ids):
    picked = jnp.take_along_axis(probs, ids[:, None], axis=1)
    return -jnp.log(picked).mean(), -jnp.log(picked + EPS).mean()
    #       ^^^^^^^^^^^^^^^ NAN101 information: nothing here shows that `picked` stays above 0: log(0) is -inf
    # fixed: jnp.log(jnp.maximum(picked, 1e-10))


@partial(jax.jit, static_argnames=("clipped",), donate_argnums=0)
def train_step(state: TrainState, batch, clipped: bool = False):
    def loss_fn(params):
        variables = {"params": params, "batch_stats": state.batch_stats}
        probs, updates = CNN().apply(variables, batch["image"], mutable=["batch_stats"])
        labels = jax.nn.one_hot(batch["label"], 10)
        loss = nll_clipped(probs, labels) if clipped else nll(probs, labels)
        reveal_range(probs)  # [0, 1] float32 takes 0, 1
        return loss, (updates, probs)

    (loss, (updates, probs)), grads = jax.value_and_grad(loss_fn, has_aux=True)(state.params)
    norm = optax.global_norm(grads)
    grads = jax.tree_util.tree_map(lambda g: g / norm, grads)
    #                                        ^^^^^^^^ NAN102 information: `norm` is a norm, exactly 0 for a vector of zeros: x / 0 is Inf or NaN; keep it away from 0
    # fixed (unsafe): g / jnp.maximum(norm, 1e-6)
    # from: `optax.global_norm(grads)` made here, exactly 0 for a vector of zeros
    scale = jnp.minimum(1.0, 1.0 / (norm + 1e-6))
    grads = jax.tree.map(lambda g: g * scale, grads)
    state = state.apply_gradients(grads=grads, batch_stats=updates["batch_stats"])
    return state, {"loss": loss, "norm": norm, "accuracy": (probs.argmax(-1) == batch["label"]).mean()}


def calibrate(logits, temperatures):
    def of(t):
        p = jax.nn.softmax(logits / jnp.maximum(t, 1e-3))
        reveal_range(p)  # [0, 1] float32 takes 0, 1
        return -(p * jnp.log(p)).sum(-1).mean(), jax.scipy.special.entr(p).sum(-1)
        #            ^^^^^^^^^^ NAN101 warning: `p` is a softmax, exactly 0 once a logit trails the largest by 87: log(0) is -inf; keep it above 0
        # fixed: nn.log_softmax(scores)
        # adds: scores = logits / jnp.maximum(t, 1e-3)
        # adds: scores
        # or: jnp.log(jnp.clip(p, 1e-10, 1.0))
        # from: `jax.nn.softmax(logits / jnp.maximum(t, 1e-3))` made here, exactly 0 in float32 once a logit trails the largest by 87

    return jax.vmap(of)(temperatures)


def expected_calibration_error(conf, hit, bins=15):
    edges = jnp.linspace(0.0, 1.0, bins + 1)
    total = 0.0
    for lo, hi in zip(edges[:-1], edges[1:]):
        inside = (conf > lo) & (conf <= hi)
        n = inside.sum()
        gap = jnp.abs(jnp.where(inside, conf - hit, 0.0).sum()) / jnp.where(n > 0, n, 1)
        total += gap * n / conf.size
    return total


def make_state(rng, model, shape, lr=1e-3):
    variables = model.init(rng, jnp.ones(shape), train=False)
    tx = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(optax.cosine_decay_schedule(lr, 1000), eps=1e-8))
    return TrainState.create(apply_fn=model.apply, params=variables["params"], tx=tx)
